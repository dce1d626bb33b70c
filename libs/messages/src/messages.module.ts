import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PermissionsModule } from '@seloste/permissions';
import { MessageContents } from './message-contents.js';
import { Message } from './message.entity.js';
import { Messages } from './messages.js';

/** Messages to people of the register: queued with what they are about, decided and written when they leave. */
@Module({
  imports: [TypeOrmModule.forFeature([Message]), PermissionsModule],
  providers: [Messages, MessageContents],
  exports: [Messages, MessageContents],
})
export class MessagesModule {}
