import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Clock } from '@seloste/kernel';
import { AppConfig, CLOCK, Database, Jobs } from '@seloste/platform';

const linkPurgeQueue = 'identity.link-purge';

/** How long an invitation is kept when it is over, in days: to see what became of it (GDPR Art. 5(1)(e)). */
const daysKept = 30;

const day = 24 * 60 * 60 * 1000;

/** Clears away links that are over and the names of people who never joined, every night, once for all processes. */
@Injectable()
export class LinkPurge implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle(linkPurgeQueue, () => this.run());
  }

  /** Every working process ticks; the queue takes one job a night. */
  @Cron('0 29 3 * * *')
  async tick(): Promise<void> {
    if (this.config.process === 'api') return;
    await this.jobs.send(linkPurgeQueue, {}, { singletonKey: 'purge', singletonSeconds: 60 * 60 });
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    await this.database.manager.query('DELETE FROM password_resets WHERE expires_at <= $1', [now]);
    await this.database.manager.query(
      'DELETE FROM invitations WHERE coalesce(accepted_at, revoked_at, expires_at) < $1',
      [new Date(now.getTime() - daysKept * day)],
    );
  }
}
