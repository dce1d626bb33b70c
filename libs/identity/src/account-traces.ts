import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database, Purges, RowPurge } from '@seloste/platform';

const day = 24 * 60 * 60 * 1000;

/** What is left of accounts and logins when it is over: at the end of its own time, or of the rule's where that is sooner. */
const traces = [
  { table: 'password_resets', due: 'expires_at <= $1', days: 0 },
  { table: 'api_tokens', due: 'expires_at <= $1', days: 30 },
  // And with it the name of somebody who never joined: kept to see what became of it.
  { table: 'invitations', due: 'coalesce(accepted_at, revoked_at, expires_at) < $1', days: 30 },
  { table: 'known_devices', due: 'seen_at < $1', days: null },
];

/** Has the nightly run clear away links and tokens that are over, and devices that went stale (GDPR Art. 5(1)(e); H7). */
@Injectable()
export class AccountTraces {
  constructor(database: Database, purges: Purges, @Inject(CLOCK) clock: Clock) {
    for (const { days, ...rows } of traces) {
      const ownEnd = () => new Date(days === null ? 0 : clock.now().getTime() - days * day);
      purges.provide('technical_data', new RowPurge(database, rows, ownEnd));
    }
  }
}
