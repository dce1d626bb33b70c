import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock, Permission } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import { accessColumns, permissionsOfRow, type AccessRow } from '../access/access-of-user.js';
import type { LiveSession } from '../access/live-sessions.js';
import { seenPrecision } from '../sessions/lifetime.js';
import { apiTokenHashOf } from './api-token-text.js';
import { TokenLimits } from './token-limits.js';
import { isTokenScope } from './token-scopes.js';

interface Row extends AccessRow {
  id: string;
  language: string;
  scopes: Permission[];
  used_at: Date | null;
  expires_at: Date;
}

const liveToken = `
  SELECT t.id, t.scopes, t.used_at, t.expires_at, u.language, ${accessColumns('$2::timestamptz')}
  FROM api_tokens t JOIN users u ON u.id = t.user_id
  WHERE t.token_hash = $1 AND t.expires_at > $2 AND u.deactivated_at IS NULL`;

/**
 * Which program calls, and for whom. Read with every request: what the user's grants do not allow any more, the token
 * does not from the same moment on (K5).
 */
@Injectable()
export class LiveTokens {
  private readonly logger = new Logger(LiveTokens.name);

  constructor(
    private readonly database: Database,
    private readonly limits: TokenLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What a token stands for: its scopes as far as the user holds them now. It never proves who somebody is, so dangerous
   * acts stay closed. Null when there is no such token, it is over, or its user was deactivated.
   * @throws TooManyAttempts when an address tries one wrong token after another
   */
  async find(token: string, address: string): Promise<LiveSession | null> {
    const tokenHash = apiTokenHashOf(token);
    const now = this.clock.now();
    const [row] = tokenHash === null ? [] : await this.database.read<Row>(liveToken, [tokenHash, now]);
    if (!row) {
      await this.limits.countUnknown(address);
      return null;
    }
    this.noteUse(row, now);
    return liveTokenOf(row);
  }

  /** Beside the request, and seldom: a request must not wait for a write. */
  private noteUse({ id, used_at: usedAt }: Row, now: Date): void {
    if (usedAt !== null && now.getTime() - usedAt.getTime() < seenPrecision) return;
    this.database.manager
      .query('UPDATE api_tokens SET used_at = $2 WHERE id = $1 AND (used_at IS NULL OR used_at < $2)', [
        id,
        now,
      ])
      .catch((error: Error) =>
        this.logger.warn(`The latest use of a token was not written down: ${error.name}`),
      );
  }
}

function liveTokenOf(row: Row): LiveSession {
  const held = permissionsOfRow(row);
  const permissions = new Map(
    [...held].filter(([permission]) => row.scopes.includes(permission) && isTokenScope(permission)),
  );
  const { id, user_id: userId, language } = row;
  return {
    id,
    actor: { kind: 'user', userId, permissions, language, tokenId: id },
    seenAt: row.used_at?.getTime() ?? 0,
    expiresAt: row.expires_at.getTime(),
    provedAt: -Infinity,
    hasAcceptedUndertaking: row.undertaking_accepted,
    mustEnrolFactor: row.second_factor_demanded && row.second_factors.length === 0,
    accessChangesAt: row.access_changes_at?.getTime() ?? Infinity,
  };
}
