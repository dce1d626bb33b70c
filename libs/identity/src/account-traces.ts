import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database, Purges, RowPurge } from '@seloste/platform';
import { idleLifetime } from './sessions/lifetime.js';

const day = 24 * 60 * 60 * 1000;

/** What is left of accounts and logins when it is over: at the end of its own time, or of the rule's where that is sooner. */
const traces = [
  { table: 'sessions', due: 'expires_at <= $1', after: 0 },
  { table: 'sessions', due: 'seen_at <= $1', after: idleLifetime },
  { table: 'login_throttles', due: 'to_timestamp(expire / 1000.0) <= $1', after: 0 },
  { table: 'spent_challenges', due: 'expires_at <= $1', after: 0 },
  { table: 'password_resets', due: 'expires_at <= $1', after: 0 },
  { table: 'api_tokens', due: 'expires_at <= $1', after: 30 * day },
  // And with it the name of somebody who never joined: kept to see what became of it.
  { table: 'invitations', due: 'coalesce(accepted_at, revoked_at, expires_at) < $1', after: 30 * day },
  { table: 'known_devices', due: 'seen_at < $1', after: null },
];

/** Has the nightly run clear away logins, links and tokens that are over, and devices that went stale (GDPR Art. 5(1)(e); H7). */
@Injectable()
export class AccountTraces {
  constructor(database: Database, purges: Purges, @Inject(CLOCK) clock: Clock) {
    for (const { after, ...rows } of traces) {
      const ownEnd = () => new Date(after === null ? 0 : clock.now().getTime() - after);
      purges.provide('technical_data', new RowPurge(database, rows, ownEnd));
    }
  }
}
