import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { InvalidInput, newId, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { LiveSession } from '../access/live-sessions.js';
import { lockUser } from '../users/lock-user.js';
import { ApiToken } from './api-token.entity.js';
import { apiTokenHashOf, hintOf, newApiToken } from './api-token-text.js';
import type { ApiTokenResponse, CreateApiToken, NewApiTokenResponse } from './api-tokens.dto.js';
import { TooManyApiTokens } from './api-tokens.errors.js';

/** A token lives at most this long, in milliseconds: a year, whichever year it is. */
const longestLifetime = 366 * 24 * 60 * 60_000;
const mostTokens = 50;

/** The tokens that users make for their programs. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those of a user, newest first; expired ones for another month. @throws NotFound for an unknown user */
  async listOf(userId: string): Promise<ApiTokenResponse[]> {
    const [user] = await this.database.read('SELECT 1 AS found FROM users WHERE id = $1', [userId]);
    if (!user) throw new NotFound('user');
    const tokens = await this.database.manager.find(ApiToken, { where: { userId }, order: { id: 'DESC' } });
    return tokens.map(toResponse);
  }

  /** @throws InvalidInput when a scope is not the user's own or the time is not within a year; TooManyApiTokens */
  async create(
    context: RequestContext,
    { actor }: LiveSession,
    { name, scopes, expiresAt }: CreateApiToken,
  ): Promise<NewApiTokenResponse> {
    const now = this.clock.now();
    if (!scopes.every((scope) => actor.permissions.has(scope)))
      throw InvalidInput.of('scopes', 'not_held', 'must be permissions of your own');
    const lifetime = expiresAt.getTime() - now.getTime();
    if (lifetime <= 0 || lifetime > longestLifetime)
      throw InvalidInput.of('expiresAt', 'lifetime', 'must be within a year from now');
    const token = newApiToken();
    const tokenHash = apiTokenHashOf(token) as Buffer; // a new token has the right form
    return this.database.transaction(async (tx) => {
      const { id: userId } = await lockUser(tx, actor.userId);
      if ((await tx.countBy(ApiToken, { userId })) >= mostTokens) throw new TooManyApiTokens();
      const fields = { id: newId(), userId, name, tokenHash, hint: hintOf(token), scopes };
      const record = tx.create(ApiToken, { ...fields, createdAt: now, expiresAt, usedAt: null });
      await tx.insert(ApiToken, record);
      const entry = { action: 'api_token.create', subjectType: 'api_token', subjectId: record.id };
      await this.audit.record(tx, context, { ...entry, fields: scopes });
      return { ...toResponse(record), token };
    });
  }

  /** Ends one token of the user. @throws NotFound also for another user's */
  async end(context: RequestContext, userId: string, id: string): Promise<void> {
    const ended = await this.database.transaction((tx) =>
      this.endWhere(tx, context, 'user_id = $1 AND id = $2', [userId, id]),
    );
    if (ended === 0) throw new NotFound('token');
  }

  /** Ends every token of the user. @throws NotFound for an unknown user */
  async endAllOf(context: RequestContext, userId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockUser(tx, userId);
      await this.endAllIn(tx, context, userId);
    });
  }

  /** Ends every token of the user in the caller's transaction. */
  async endAllIn(tx: EntityManager, context: RequestContext, userId: string): Promise<void> {
    await this.endWhere(tx, context, 'user_id = $1', [userId]);
  }

  private async endWhere(
    tx: EntityManager,
    context: RequestContext,
    where: string,
    parameters: unknown[],
  ): Promise<number> {
    const [ended] = await tx.query<[{ id: string }[], number]>(
      `DELETE FROM api_tokens WHERE ${where} RETURNING id`,
      parameters,
    );
    const entries = ended.map(({ id }) => ({
      action: 'api_token.end',
      subjectType: 'api_token',
      subjectId: id,
    }));
    if (entries.length > 0) await this.audit.recordAll(tx, context, entries);
    return ended.length;
  }
}

const toResponse = ({
  id,
  name,
  hint,
  scopes,
  createdAt,
  expiresAt,
  usedAt,
}: ApiToken): ApiTokenResponse => ({
  id,
  name,
  hint,
  scopes,
  createdAt,
  expiresAt,
  usedAt,
});
