import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { AppConfig, Jobs } from '@seloste/platform';
import { ReadMailbox } from './read-mailbox.js';

const queue = 'inbound.read';

/** Has the mailbox read every minute, once for all processes. */
@Injectable()
export class MailboxRounds implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly reading: ReadMailbox,
    private readonly config: AppConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle(queue, () => this.reading.run());
  }

  /** Every working process ticks; the queue takes one job. */
  @Cron('40 * * * * *')
  async tick(): Promise<void> {
    if (this.config.process === 'api') return;
    await this.jobs.send(queue, {}, { singletonKey: 'mailbox', singletonSeconds: 45 });
  }
}
