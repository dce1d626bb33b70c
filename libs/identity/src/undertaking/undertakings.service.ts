import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import {
  actingUserId,
  newId,
  NotFound,
  type Clock,
  type Language,
  type RequestContext,
} from '@seloste/kernel';
import { assertVersion, CLOCK, Database, holdLock, languageOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { LiveSessions } from '../access/live-sessions.js';
import type { UndertakingTexts } from './default-text.js';
import type { AcceptUndertaking, PublishUndertaking, UndertakingResponse } from './undertaking.dto.js';
import { Undertaking } from './undertaking.entity.js';
import { UndertakingOutdated } from './undertaking.errors.js';

/** The confidentiality undertaking: what it says, and who has accepted it (C5, K5). */
@Injectable()
export class Undertakings {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly live: LiveSessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** As it reads now, and whether the caller has accepted it. @throws NotFound before the first-run setup */
  async get(context: RequestContext): Promise<UndertakingResponse> {
    const [row] = await this.database.read<Row>(
      `SELECT u.*, r.accepted_at,
         EXISTS (SELECT FROM undertaking_receipts e WHERE e.user_id = $1 AND e.undertaking_id <> u.id) AS accepted_earlier
       FROM undertakings u
       LEFT JOIN undertaking_receipts r ON r.undertaking_id = u.id AND r.user_id = $1
       ORDER BY u.version DESC LIMIT 1`,
      [actingUserId(context)],
    );
    if (!row) throw new NotFound('undertaking');
    return toUndertakingResponse(context, row);
  }

  /** The caller accepts; doing it twice keeps the first time. @throws UndertakingOutdated when another version is current */
  async accept(context: RequestContext, userId: string, acceptance: AcceptUndertaking): Promise<void> {
    await this.database.transaction(async (tx) => {
      const current = await currentOf(tx);
      if (current?.id !== acceptance.undertakingId) throw new UndertakingOutdated();
      await this.acceptIn(tx, context, { userId, undertakingId: current.id, language: acceptance.language });
    });
    this.live.forget(userId);
  }

  /** Part of a larger transaction. */
  async acceptIn(
    tx: EntityManager,
    context: RequestContext,
    { userId, undertakingId, language }: { userId: string; undertakingId: string; language: Language },
  ): Promise<void> {
    const inserted = await tx.query<unknown[]>(
      `INSERT INTO undertaking_receipts (id, user_id, undertaking_id, language, accepted_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (user_id, undertaking_id) DO NOTHING RETURNING id`,
      [newId(), userId, undertakingId, language, this.clock.now()],
    );
    if (inserted.length > 0)
      await this.audit.record(tx, context, entryOf('undertaking.accept', undertakingId, [language]));
  }

  /**
   * A new version, which everybody has to accept before seeing another person, whoever publishes it included. A text
   * that does not differ is none.
   * @throws StaleVersion
   */
  async publish(context: RequestContext, texts: PublishUndertaking, ifMatch?: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const current = await lockCurrent(tx);
      if (current) assertVersion(current, ifMatch);
      await this.publishAfter(tx, context, current, texts);
    });
    this.live.forget('*');
  }

  /** The text that a company begins with, unless there is one. Part of a larger transaction. @returns the current one's id */
  async publishFirst(tx: EntityManager, context: RequestContext, texts: UndertakingTexts): Promise<string> {
    const current = await lockCurrent(tx);
    return current?.id ?? this.publishAfter(tx, context, null, texts);
  }

  private async publishAfter(
    tx: EntityManager,
    context: RequestContext,
    current: Undertaking | null,
    { fi, sv, en }: UndertakingTexts,
  ): Promise<string> {
    const texts = { fi, sv, en };
    const fields = (['fi', 'sv', 'en'] as const).filter(
      (language) => texts[language] !== current?.[language],
    );
    if (current && fields.length === 0) return current.id;
    const [id, version] = [newId(), (current?.version ?? 0) + 1];
    const by = { publishedAt: this.clock.now(), publishedBy: actingUserId(context) };
    await tx.insert(Undertaking, { id, version, ...texts, ...by });
    await this.audit.record(tx, context, entryOf('undertaking.publish', id, fields));
    return id;
  }
}

interface Row extends UndertakingTexts {
  id: string;
  version: number;
  published_at: Date;
  accepted_at: Date | null;
  accepted_earlier: boolean;
}

const mayPublish = ({ actor }: RequestContext): boolean =>
  actor.kind === 'user' && actor.permissions.has('undertaking.manage');

function toUndertakingResponse(context: RequestContext, row: Row): UndertakingResponse {
  const { id, version, fi, sv, en } = row;
  const language = languageOf(context);
  return {
    ...{ id, version, language, text: row[language] },
    publishedAt: row.published_at,
    acceptedAt: row.accepted_at,
    acceptedEarlier: row.accepted_earlier,
    ...(mayPublish(context) ? { texts: { fi, sv, en } } : {}),
  };
}

const currentOf = async (tx: EntityManager): Promise<Undertaking | null> =>
  (await tx.find(Undertaking, { order: { version: 'DESC' }, take: 1 }))[0] ?? null;

/** Nobody publishes another until the transaction ends, so that two at once become two versions. */
async function lockCurrent(tx: EntityManager): Promise<Undertaking | null> {
  await holdLock(tx, 'undertakingPublication');
  return currentOf(tx);
}

const entryOf = (action: string, id: string, fields: string[]) => ({
  action,
  subjectType: 'undertaking',
  subjectId: id,
  fields,
});
