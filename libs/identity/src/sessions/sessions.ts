import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { newId, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { User } from '../users/user.entity.js';
import { longestLifetime } from './lifetime.js';
import { newSessionToken, tokenHashOf } from './session-token.js';
import { Session } from './session.entity.js';

/** Begins and ends sessions, always in the caller's transaction and on the record. */
@Injectable()
export class Sessions {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A new session of the user under a new token, which is returned for the cookie and known nowhere else. */
  async begin(tx: EntityManager, requestId: string, user: User): Promise<string> {
    const token = newSessionToken();
    const now = this.clock.now();
    const id = newId();
    await tx.insert(Session, {
      id,
      tokenHash: tokenHashOf(token),
      userId: user.id,
      createdAt: now,
      seenAt: now,
      provedAt: now,
      method: 'password',
      expiresAt: new Date(now.getTime() + longestLifetime),
    });
    const actor = {
      kind: 'user',
      userId: user.id,
      permissions: new Map(),
      language: user.language,
    } as const;
    await this.audit.record(
      tx,
      { actor, requestId },
      { action: 'session.create', subjectType: 'session', subjectId: id },
    );
    return token;
  }

  /** Ends one session; nothing happens when it has ended. */
  async end(tx: EntityManager, context: RequestContext, id: string): Promise<void> {
    await this.endWhere(tx, context, 'id = $1', [id]);
  }

  /** Ends whatever session a browser brings along when it gets a new one. */
  async endOfToken(tx: EntityManager, context: RequestContext, token: string): Promise<void> {
    await this.endWhere(tx, context, 'token_hash = $1', [tokenHashOf(token)]);
  }

  /** Ends the user's sessions, all of them or all but one. */
  async endAllOf(
    tx: EntityManager,
    context: RequestContext,
    userId: string,
    except: string | null = null,
  ): Promise<void> {
    await this.endWhere(tx, context, 'user_id = $1 AND id IS DISTINCT FROM $2', [userId, except]);
  }

  /** Puts a refused login on record: whose account it was, if anybody's; never what was typed. */
  async refuse(tx: EntityManager, context: RequestContext, userId: string | null): Promise<void> {
    await this.audit.record(tx, context, {
      action: 'session.refuse',
      subjectType: 'user',
      subjectId: userId,
    });
  }

  private async endWhere(
    tx: EntityManager,
    context: RequestContext,
    where: string,
    parameters: unknown[],
  ): Promise<void> {
    const [ended] = await tx.query<[{ id: string }[], number]>(
      `DELETE FROM sessions WHERE ${where} RETURNING id`,
      parameters,
    );
    const entries = ended.map(({ id }) => ({ action: 'session.end', subjectType: 'session', subjectId: id }));
    if (entries.length > 0) await this.audit.recordAll(tx, context, entries);
  }
}
