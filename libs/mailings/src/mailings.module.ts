import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@seloste/identity';
import { MailModule } from '@seloste/mail';
import { MessagesModule } from '@seloste/messages';
import { PermissionsModule } from '@seloste/permissions';
import { TemplatesModule } from '@seloste/templates';
import { AudienceOfMailing } from './audience/audience-of-mailing.js';
import { Audience } from './audience/audience.service.js';
import { Dispatch } from './dispatch-mailing.js';
import { MailingAnswerers } from './mailing-answerers.js';
import { MailingContents } from './mailing-contents.js';
import { MailingControl } from './mailing-control.js';
import { MailingRecipient } from './mailing-recipient.entity.js';
import { MailingReportsController } from './mailing-reports.controller.js';
import { MailingTurns } from './mailing-turns.js';
import { MailingUpkeep } from './mailing-upkeep.js';
import { MailingWork } from './mailing-work.js';
import { Mailing } from './mailing.entity.js';
import { MailingsController } from './mailings.controller.js';
import { MailingsService } from './mailings.service.js';
import { PrepareMailing } from './prepare-mailing.js';
import { Results } from './results/results.js';
import { SegmentReading } from './segments/segment-reading.js';
import { Segment } from './segments/segment.entity.js';
import { SegmentsController } from './segments/segments.controller.js';
import { SegmentsService } from './segments/segments.service.js';
import { TestDesk, TestMailings } from './test-mailing.js';

/** Who is written to: segments of people, and mailings to them. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Segment, Mailing, MailingRecipient]),
    IdentityModule,
    MailModule,
    MessagesModule,
    PermissionsModule,
    TemplatesModule,
  ],
  controllers: [SegmentsController, MailingsController, MailingReportsController],
  providers: [
    SegmentsService,
    SegmentReading,
    MailingsService,
    AudienceOfMailing,
    Audience,
    Dispatch,
    PrepareMailing,
    MailingWork,
    MailingTurns,
    MailingUpkeep,
    MailingAnswerers,
    MailingControl,
    MailingContents,
    Results,
    TestDesk,
    TestMailings,
  ],
})
export class MailingsModule {}
