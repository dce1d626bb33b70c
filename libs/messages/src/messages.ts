import { Inject, Injectable } from '@nestjs/common';
import { InvalidInput, newId, type Clock, type Language, type Purpose } from '@seloste/kernel';
import { messageContentUse } from '@seloste/mail';
import { PersonLinks } from '@seloste/permissions';
import { CLOCK, Sealer, type Reader } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { MessageOrigin, MessageStatus } from './message.entity.js';

/** How long somebody has to think better of a mail, in milliseconds. */
const timeToThink = 10_000;

/** Where messages come from: one mailing, or one sequence. */
export interface Origin {
  kind: Exclude<MessageOrigin, 'one_to_one'>;
  id: string;
}

/** A message to be sent by e-mail to somebody's first address. Its class is its purpose's. */
export interface NewMessage {
  /** A new UUIDv7; made when left out. */
  id?: string;
  contactId: string;
  /** The employer at this time. */
  companyId?: string | null;
  purpose: Purpose;
  /** The profiling that found the person: decided about with the purpose when the message leaves (H12). */
  profilingPurpose?: Purpose | null;
  language: Language;
  /** Null: written by hand, for this person alone. */
  origin: Origin | null;
  /** As in {@link ContactAttempt}: what the decision is made about, now and when it leaves. */
  areas?: string[] | null;
  roleReason?: string | null;
  /** The user who answers for it. */
  authorId?: string | null;
  /** It does not leave before; at once when left out. */
  notBefore?: Date;
  /** Somebody pressed a button, and has ten seconds to think better of it. */
  canBeTakenBack?: boolean;
  idempotencyKey?: string | null;
  /** Of the request that the key names. */
  requestDigest?: string | null;
  /** The words of a message that is written by hand, as its provider reads them. */
  content?: object;
}

/** How many messages of an origin stand where. */
export type MessageCounts = Record<MessageStatus | 'bounced' | 'complained', number>;

const insert = `
  INSERT INTO messages (id, class, channel, purpose, profiling_purpose, contact_id, company_id, language, origin_kind, origin_id, areas,
    role_reason, sealed_content, author_id, idempotency_key, request_digest, status, not_before, created_at)
  SELECT m.id, p.class, 'email', m.purpose, m."profilingPurpose", m."contactId", m."companyId", m.language, m."originKind", m."originId", m.areas,
    m."roleReason", m."sealedContent", m."authorId", m."idempotencyKey", m."requestDigest", 'waiting', m."notBefore", $2
  FROM jsonb_to_recordset($1) AS m(id uuid, "contactId" uuid, "companyId" uuid, purpose text, "profilingPurpose" text, language text,
    "originKind" text, "originId" uuid, areas text[], "roleReason" text, "sealedContent" text, "authorId" uuid, "idempotencyKey" text,
    "requestDigest" text, "notBefore" timestamptz)
  JOIN purposes p ON p.key = m.purpose AND p.class <> 'profiling'`;

const count = `
  SELECT ${['waiting', 'handing_over', 'handed_over', 'in_doubt', 'stopped', 'failed', 'cancelled', 'kept']
    .map((status) => `count(*) FILTER (WHERE status = '${status}')::int AS ${status}`)
    .join(', ')},
    count(bounced_at)::int AS bounced, count(complained_at)::int AS complained
  FROM messages WHERE origin_id = $1 AND origin_kind = $2`;

/** The outbox of messages to people: rows in the caller's transaction, handed over by whichever process works. */
@Injectable()
export class Messages {
  constructor(
    private readonly links: PersonLinks,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Queues any number of messages in one statement, and makes their links valid. Whether each may leave is decided when
   * it leaves, whatever was decided before. A restricted person's is stopped at once. The audit record is the caller's.
   * @returns their ids, in the order given
   * @throws InvalidInput for a purpose that messages are not sent for
   */
  async queue(tx: EntityManager, messages: NewMessage[]): Promise<string[]> {
    if (messages.length === 0) return [];
    const now = this.clock.now();
    const rows = messages.map((message) => this.rowOf(message, now));
    const inserted = await tx.query<unknown[]>(`${insert} RETURNING 1`, [JSON.stringify(rows), now]);
    if (inserted.length !== rows.length)
      throw InvalidInput.of('purpose', 'purpose', 'must be a purpose that messages are sent for');
    await this.links.issue(
      tx,
      rows.map(({ id, contactId, language, purpose }) => ({
        id,
        contactId,
        kind: 'message',
        language,
        purpose,
        channel: 'email',
        messageId: id,
      })),
    );
    return rows.map(({ id }) => id);
  }

  /** What waits stays until {@link resume}; what is on its way arrives. @returns how many wait */
  pause(tx: EntityManager, origin: Origin): Promise<number> {
    return change(tx, origin, `SET paused = true`, `status IN ('waiting', 'handing_over') AND NOT paused`);
  }

  /** @returns how many go on waiting for their turn */
  resume(tx: EntityManager, origin: Origin): Promise<number> {
    return change(tx, origin, `SET paused = false`, 'paused');
  }

  /** What has not left never does. @returns how many were cancelled */
  cancel(tx: EntityManager, origin: Origin): Promise<number> {
    return change(tx, origin, `SET status = 'cancelled', sealed_content = NULL`, `status = 'waiting'`);
  }

  /** How far an origin has come. Restricted people are left out, as everywhere. */
  async counts(reader: Reader, { kind, id }: Origin): Promise<MessageCounts> {
    const [row] = await reader.read<MessageCounts>(count, [id, kind]);
    return row as MessageCounts; // an aggregate always has its one row
  }

  private rowOf(message: NewMessage, now: Date) {
    const id = message.id ?? newId();
    const { origin, content, canBeTakenBack, ...rest } = message;
    return {
      ...rest,
      id,
      originKind: origin?.kind ?? 'one_to_one',
      originId: origin?.id ?? null,
      sealedContent: content ? this.sealer.seal(JSON.stringify(content), messageContentUse, id) : null,
      notBefore: message.notBefore ?? (canBeTakenBack ? new Date(now.getTime() + timeToThink) : now),
    };
  }
}

async function change(
  tx: EntityManager,
  { kind, id }: Origin,
  set: string,
  condition: string,
): Promise<number> {
  const [, changed] = await tx.query<[unknown[], number]>(
    `UPDATE messages ${set} WHERE origin_id = $1 AND origin_kind = $2 AND ${condition}`,
    [id, kind],
  );
  return changed;
}
