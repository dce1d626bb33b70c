import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { newId, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { User } from '../users/user.entity.js';
import { KnownDevices } from './known-devices.js';
import { longestLifetime } from './lifetime.js';
import type { BegunSession, Origin } from './origin.js';
import { newToken, tokenHashOf } from '../random-token.js';
import { Session, type LoginMethod } from './session.entity.js';

/** How a session begins: by what its user signed in, and from where. */
export interface Beginning {
  method: LoginMethod;
  origin: Origin;
  /** When somebody else had the user prove who they are; now, when it is not known. */
  provedAt?: Date | null;
  /** Somebody else asked for a second factor. */
  factorVouched?: boolean;
}

/** Begins and ends sessions, always in the caller's transaction and on the record. */
@Injectable()
export class Sessions {
  constructor(
    private readonly audit: Audit,
    private readonly devices: KnownDevices,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A new session of the user under a new token, which is returned for the cookie and known nowhere else; the session
   * that the browser brought along ends. Signing in is a proof of who one is.
   */
  async begin(
    tx: EntityManager,
    context: RequestContext,
    user: User,
    { method, origin, provedAt, factorVouched = false }: Beginning,
  ): Promise<BegunSession> {
    if (origin.token !== null)
      await this.endWhere(tx, context, 'token_hash = $1', [tokenHashOf(origin.token)]);
    const token = newToken();
    const now = this.clock.now();
    const id = newId();
    await tx.insert(Session, {
      id,
      tokenHash: tokenHashOf(token),
      userId: user.id,
      createdAt: now,
      seenAt: now,
      provedAt: provedAt && provedAt < now ? provedAt : now,
      device: origin.device,
      method,
      factorVouched,
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
      { actor, requestId: context.requestId },
      { action: 'session.create', subjectType: 'session', subjectId: id, fields: [method] },
    );
    return { userId: user.id, token, deviceToken: await this.devices.note(tx, user, origin) };
  }

  /** The user proved once more who they are. Returns the session's new token; the one before counts no more. */
  async prove(tx: EntityManager, context: RequestContext, id: string): Promise<string> {
    const entry = { action: 'session.prove', subjectType: 'session', subjectId: id };
    await this.audit.record(tx, context, entry);
    return this.change(tx, id, { provedAt: this.clock.now() });
  }

  /** A new token for a session whose user's access or secrets changed; the one before counts no more. */
  renew(tx: EntityManager, id: string): Promise<string> {
    return this.change(tx, id, {});
  }

  /** Ends one session of this user; false when they have no such session. */
  async endOf(tx: EntityManager, context: RequestContext, userId: string, id: string): Promise<boolean> {
    return (await this.endWhere(tx, context, 'user_id = $1 AND id = $2', [userId, id])) > 0;
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

  /** Puts a refused proof on record: whose account it was, if anybody's, and what it was refused for; never what was typed. */
  async refuse(
    tx: EntityManager,
    context: RequestContext,
    userId: string | null,
    fields: string[] = [],
  ): Promise<void> {
    await this.audit.record(tx, context, {
      action: 'session.refuse',
      subjectType: 'user',
      subjectId: userId,
      fields,
    });
  }

  private async change(tx: EntityManager, id: string, changes: Partial<Session>): Promise<string> {
    const token = newToken();
    await tx.update(Session, { id }, { tokenHash: tokenHashOf(token), ...changes });
    return token;
  }

  private async endWhere(
    tx: EntityManager,
    context: RequestContext,
    where: string,
    parameters: unknown[],
  ): Promise<number> {
    const [ended] = await tx.query<[{ id: string }[], number]>(
      `DELETE FROM sessions WHERE ${where} RETURNING id`,
      parameters,
    );
    const entries = ended.map(({ id }) => ({ action: 'session.end', subjectType: 'session', subjectId: id }));
    if (entries.length > 0) await this.audit.recordAll(tx, context, entries);
    return ended.length;
  }
}
