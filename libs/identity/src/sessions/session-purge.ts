import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database, Scheduled } from '@seloste/platform';
import { deviceLifetime, idleLifetime } from './lifetime.js';

export const sessionPurgeQueue = 'identity.session-purge';
const hour = 60 * 60;

/** Clears away what is left of sessions that are over, of old devices and of login attempts, every hour. */
@Injectable()
export class SessionPurge {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Scheduled({ queue: sessionPurgeQueue, cron: '0 17 * * * *', apart: hour })
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
