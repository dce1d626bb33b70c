import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database, Nightly } from '@seloste/platform';

/** How long an invitation is kept when it is over, in days: to see what became of it (GDPR Art. 5(1)(e)). */
const daysKept = 30;

const day = 24 * 60 * 60 * 1000;

/** Clears away links that are over and the names of people who never joined, every night. */
@Injectable()
export class LinkPurge {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Nightly('identity.link-purge', 29)
  async run(): Promise<void> {
    const now = this.clock.now();
    await this.database.manager.query('DELETE FROM password_resets WHERE expires_at <= $1', [now]);
    await this.database.manager.query(
      'DELETE FROM invitations WHERE coalesce(accepted_at, revoked_at, expires_at) < $1',
      [new Date(now.getTime() - daysKept * day)],
    );
  }
}
