import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@seloste/identity';
import { Mailing } from './mailing.entity.js';
import { MailingRecipient } from './mailing-recipient.entity.js';
import { Segment } from './segments/segment.entity.js';
import { SegmentReading } from './segments/segment-reading.js';
import { SegmentsController } from './segments/segments.controller.js';
import { SegmentsService } from './segments/segments.service.js';

/** Who is written to: segments of people, and mailings to them. */
@Module({
  imports: [TypeOrmModule.forFeature([Segment, Mailing, MailingRecipient]), IdentityModule],
  controllers: [SegmentsController],
  providers: [SegmentsService, SegmentReading],
})
export class MailingsModule {}
