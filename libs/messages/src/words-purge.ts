import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Clock } from '@seloste/kernel';
import { AppConfig, CLOCK, Database, Jobs } from '@seloste/platform';

const purgeQueue = 'messages.words-purge';

/** How long the words of a message are kept that no timeline tells, in days: as the mailbox shows them (GDPR Art. 5(1)(e)). */
const daysKept = 30;

const day = 24 * 60 * 60 * 1000;

/** Forgets every night what messages said that never left, were kept here or are in doubt; once for all processes. */
@Injectable()
export class WordsPurge implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle(purgeQueue, () => this.run());
  }

  /** Every working process ticks; the queue takes one job a night. */
  @Cron('0 33 3 * * *')
  async tick(): Promise<void> {
    if (this.config.process === 'api') return;
    await this.jobs.send(purgeQueue, {}, { singletonKey: 'purge', singletonSeconds: 60 * 60 });
  }

  async run(): Promise<void> {
    await this.database.manager.query(
      `UPDATE messages SET sealed_content = NULL
       WHERE created_at < $1 AND sealed_content IS NOT NULL AND status IN ('kept', 'in_doubt', 'stopped', 'failed')`,
      [new Date(this.clock.now().getTime() - daysKept * day)],
    );
  }
}
