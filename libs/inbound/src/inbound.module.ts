import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MessagesModule } from '@seloste/messages';
import { PermissionsModule } from '@seloste/permissions';
import { InboundLetters } from './mailbox/inbound-letters.js';
import { InboundMailboxController } from './mailbox/inbound-mailbox.controller.js';
import { InboundMailbox } from './mailbox/inbound-mailbox.entity.js';
import { InboundMailboxes } from './mailbox/inbound-mailboxes.js';
import { MailboxRounds } from './mailbox/mailbox-rounds.js';
import { ReadMailbox } from './mailbox/read-mailbox.js';
import { InboundReplies } from './replies/inbound-replies.js';
import { StopRepliesController } from './replies/stop-replies.controller.js';
import { StopReplies } from './replies/stop-replies.js';
import { StopReply } from './replies/stop-reply.entity.js';

/** What comes back to us: bounces, complaints, and replies that ask to stop. Of a mailbox, nothing else is read. */
@Module({
  imports: [TypeOrmModule.forFeature([InboundMailbox, StopReply]), MessagesModule, PermissionsModule],
  controllers: [InboundMailboxController, StopRepliesController],
  providers: [InboundMailboxes, InboundLetters, InboundReplies, MailboxRounds, ReadMailbox, StopReplies],
})
export class InboundModule {}
