import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Clock } from '@seloste/kernel';
import { AppConfig, CLOCK, Database, Jobs } from '@seloste/platform';

const mailPurgeQueue = 'mail.purge';

/** How long a message is kept, sent or not, in days: to see that it went out, and no longer (GDPR Art. 5(1)(e)). */
const daysKept = 30;

const day = 24 * 60 * 60 * 1000;

/** Deletes old messages, every night, once for all processes. */
@Injectable()
export class MailPurge implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle(mailPurgeQueue, () => this.run());
  }

  /** Every working process ticks; the queue takes one job a night. */
  @Cron('0 23 3 * * *')
  async tick(): Promise<void> {
    if (this.config.process === 'api') return;
    await this.jobs.send(mailPurgeQueue, {}, { singletonKey: 'purge', singletonSeconds: 60 * 60 });
  }

  async run(): Promise<void> {
    await this.database.manager.query('DELETE FROM mail_messages WHERE created_at < $1', [
      new Date(this.clock.now().getTime() - daysKept * day),
    ]);
  }
}
