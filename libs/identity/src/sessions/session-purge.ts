import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Clock } from '@seloste/kernel';
import { AppConfig, CLOCK, Database, Jobs } from '@seloste/platform';
import { deviceLifetime, idleLifetime } from './lifetime.js';

export const sessionPurgeQueue = 'identity.session-purge';
const hour = 60 * 60;

/** Clears away what is left of sessions that are over, of old devices and of login attempts, every hour, once for all processes. */
@Injectable()
export class SessionPurge implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle(sessionPurgeQueue, () => this.run());
  }

  /** Every working process ticks; the queue takes one job an hour. */
  @Cron('0 17 * * * *')
  async tick(): Promise<void> {
    if (this.config.process === 'api') return;
    await this.jobs.send(sessionPurgeQueue, {}, { singletonKey: 'purge', singletonSeconds: hour });
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    await this.database.manager.query('DELETE FROM sessions WHERE expires_at <= $1 OR seen_at <= $2', [
      now,
      new Date(now.getTime() - idleLifetime),
    ]);
    await this.database.manager.query('DELETE FROM login_throttles WHERE expire <= $1', [now.getTime()]);
    await this.database.manager.query('DELETE FROM spent_challenges WHERE expires_at <= $1', [now]);
    await this.database.manager.query('DELETE FROM known_devices WHERE seen_at <= $1', [
      new Date(now.getTime() - deviceLifetime),
    ]);
  }
}
