import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailModule } from '@seloste/mail';
import { PermissionsModule } from '@seloste/permissions';
import { TemplatesModule } from '@seloste/templates';
import { Departures } from './hand-over/departures.js';
import { Doubts } from './hand-over/doubts.js';
import { FollowUps } from './hand-over/follow-ups.js';
import { HandOvers } from './hand-over/hand-overs.js';
import { Lanes } from './hand-over/lanes.js';
import { Letterheads } from './hand-over/letterheads.js';
import { Outcomes } from './hand-over/outcomes.js';
import { MessageContents } from './message-contents.js';
import { MessageReports } from './message-reports.js';
import { Message } from './message.entity.js';
import { Messages } from './messages.js';
import { MessagesController } from './one-to-one/messages.controller.js';
import { MessagesService } from './one-to-one/messages.service.js';
import { RequestedOnce } from './one-to-one/requested-once.js';
import { WriteMessage } from './one-to-one/write-message.js';
import { WrittenByHand } from './one-to-one/written-by-hand.js';
import { MessageSettingsController } from './settings/message-settings.controller.js';
import { MessageSettings } from './settings/message-settings.entity.js';
import { MessageSettingsService } from './settings/message-settings.service.js';
import { Pace } from './settings/pace.js';
import { WordsPurge } from './words-purge.js';

/** Messages to people of the register: queued with what they are about, decided and written when they leave. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Message, MessageSettings]),
    MailModule,
    PermissionsModule,
    TemplatesModule,
  ],
  controllers: [MessagesController, MessageSettingsController],
  providers: [
    Departures,
    Doubts,
    FollowUps,
    HandOvers,
    Lanes,
    Letterheads,
    MessageContents,
    MessageReports,
    Messages,
    MessageSettingsService,
    MessagesService,
    Outcomes,
    Pace,
    RequestedOnce,
    WordsPurge,
    WriteMessage,
    WrittenByHand,
  ],
  exports: [Messages, MessageContents, MessageReports],
})
export class MessagesModule {}
