import { Injectable } from '@nestjs/common';
import { Scheduled } from '@seloste/platform';
import { ReadMailbox } from './read-mailbox.js';

/** Has the mailbox read every minute. */
@Injectable()
export class MailboxRounds {
  constructor(private readonly reading: ReadMailbox) {}

  @Scheduled({ queue: 'inbound.read', cron: '40 * * * * *', apart: 45 })
  async run(): Promise<void> {
    await this.reading.run();
  }
}
