import { Inject, Injectable } from '@nestjs/common';
import { NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import { LiveSessions, type LiveSession } from '../access/live-sessions.js';
import { idleLifetime } from './lifetime.js';
import type { SessionList, SessionResponse } from './sessions.dto.js';
import { Sessions } from './sessions.js';

const ownSessions = `
  SELECT id, device, method, created_at AS "createdAt", seen_at AS "seenAt", id = $2 AS current
  FROM sessions WHERE user_id = $1 AND expires_at > $3 AND seen_at > $4
  ORDER BY current DESC, seen_at DESC, id`;

/** Where a user is signed in, and signing out there. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly live: LiveSessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those that have not ended, the asking one first. */
  async list({ id, actor }: LiveSession): Promise<SessionList> {
    const now = this.clock.now();
    const lastUse = new Date(now.getTime() - idleLifetime);
    const items = await this.database.read<SessionResponse>(ownSessions, [actor.userId, id, now, lastUse]);
    return { items };
  }

  /** Ends one of the user's own sessions, the asking one perhaps. @throws NotFound */
  async end(context: RequestContext, { actor }: LiveSession, id: string): Promise<void> {
    const hasEnded = await this.database.transaction((tx) =>
      this.sessions.endOf(tx, context, actor.userId, id),
    );
    if (!hasEnded) throw new NotFound('session');
    this.live.forget(actor.userId);
  }
}
