import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Actor, Clock } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import { isOver, seenPrecision } from '../sessions/lifetime.js';
import { tokenHashOf } from '../random-token.js';
import { accessColumns, permissionsOfRow, type AccessRow } from './access-of-user.js';

/** A session whose user may act right now. Times in milliseconds since 1970. */
export interface LiveSession {
  id: string;
  actor: Extract<Actor, { kind: 'user' }>;
  seenAt: number;
  expiresAt: number;
  /** When the user last proved who they are. */
  provedAt: number;
  hasAcceptedUndertaking: boolean;
  /** A role demands a second factor, there is none, and no provider asked for one: nothing but the own account is within reach. */
  mustEnrolFactor: boolean;
  /** When a grant begins or ends next: from then on the permissions are others. */
  accessChangesAt: number;
}

interface Row extends AccessRow {
  id: string;
  language: string;
  seen_at: Date;
  expires_at: Date;
  proved_at: Date;
  factor_vouched: boolean;
}

const liveSession = `
  SELECT s.id, s.seen_at, s.expires_at, s.proved_at, s.factor_vouched, u.language, ${accessColumns('$2::timestamptz')}
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.token_hash = $1 AND u.deactivated_at IS NULL`;

/** Even what we were told nothing about is looked up again after this long, in milliseconds. */
const longestTrust = 5_000;
const mostSessions = 10_000;

/**
 * Who is signed in. Keeps what it read for a few seconds, and forgets a user in the moment in which PostgreSQL says that
 * the user's access changed ({@link AccessChanges}); while it cannot be told, it remembers nothing (K5: access ends at once).
 */
@Injectable()
export class LiveSessions {
  private readonly logger = new Logger(LiveSessions.name);
  private readonly remembered = new Map<string, { session: LiveSession; readAt: number }>();
  private isTold = false;
  /** Grows with every change, so that a read that began before a change is not remembered after it. */
  private changes = 0;

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The session of a token; null when there is none, it is over, or its user was deactivated. */
  async find(token: string): Promise<LiveSession | null> {
    const tokenHash = tokenHashOf(token);
    const session = this.recall(tokenHash.toString('base64')) ?? (await this.read(tokenHash));
    const now = this.clock.now().getTime();
    if (session === null || isOver(session, now)) return null;
    this.noteUse(session, now);
    return session;
  }

  /** The access of a user changed (`*`: of everybody): nothing that was read before counts. */
  forget(userId: string): void {
    this.changes += 1;
    if (userId === '*') this.remembered.clear();
    for (const [key, { session }] of this.remembered)
      if (session.actor.userId === userId) this.remembered.delete(key);
  }

  /** From now on every change is told. */
  beginToRemember(): void {
    this.isTold = true;
  }

  /** Changes may go unheard: remember nothing. */
  stopRemembering(): void {
    this.changes += 1;
    this.isTold = false;
    this.remembered.clear();
  }

  private recall(key: string): LiveSession | null {
    const entry = this.remembered.get(key);
    if (!entry || performance.now() - entry.readAt >= longestTrust) return null;
    return this.clock.now().getTime() < entry.session.accessChangesAt ? entry.session : null;
  }

  private async read(tokenHash: Buffer): Promise<LiveSession | null> {
    const [changesBefore, mayRemember, readAt] = [this.changes, this.isTold, performance.now()];
    const [row] = await this.database.read<Row>(liveSession, [tokenHash, this.clock.now()]);
    if (!row) return null;
    const session = liveSessionOf(row);
    if (mayRemember && changesBefore === this.changes) {
      if (this.remembered.size >= mostSessions) this.remembered.clear();
      this.remembered.set(tokenHash.toString('base64'), { session, readAt });
    }
    return session;
  }

  /** Beside the request, and seldom: a request must not wait for a write. */
  private noteUse(session: LiveSession, now: number): void {
    if (now - session.seenAt < seenPrecision) return;
    session.seenAt = now;
    this.database.manager
      .query('UPDATE sessions SET seen_at = $2 WHERE id = $1 AND seen_at < $2', [session.id, new Date(now)])
      .catch((error: Error) =>
        this.logger.warn(`The latest use of a session was not written down: ${error.name}`),
      );
  }
}

const liveSessionOf = (row: Row): LiveSession => ({
  id: row.id,
  actor: {
    kind: 'user',
    userId: row.user_id,
    permissions: permissionsOfRow(row),
    language: row.language,
  },
  seenAt: row.seen_at.getTime(),
  expiresAt: row.expires_at.getTime(),
  provedAt: row.proved_at.getTime(),
  hasAcceptedUndertaking: row.undertaking_accepted,
  mustEnrolFactor: row.second_factor_demanded && row.second_factors.length === 0 && !row.factor_vouched,
  accessChangesAt: row.access_changes_at?.getTime() ?? Infinity,
});
