import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeliverMail } from './deliver-mail.js';
import { Deliveries } from './deliveries.js';
import { FollowUps } from './follow-ups.js';
import { LetterDesk } from './letter-desk.js';
import { MailMessage } from './mail-message.entity.js';
import { MailPurge } from './mail-purge.js';
import { MailTransport } from './mail-transport.js';
import { Mailbox } from './mailbox.js';
import { MailboxController } from './mailbox.controller.js';
import { Mailer } from './mailer.js';
import { Outbox } from './outbox.js';
import { MailPool } from './pool/mail-pool.js';

/** The system's own mail: outbox, letters, delivery, mailbox. */
@Module({
  imports: [TypeOrmModule.forFeature([MailMessage])],
  controllers: [MailboxController],
  providers: [
    Mailer,
    FollowUps,
    LetterDesk,
    MailTransport,
    MailPool,
    Deliveries,
    DeliverMail,
    Outbox,
    MailPurge,
    Mailbox,
  ],
  exports: [Mailer, MailPool],
})
export class MailModule {}
