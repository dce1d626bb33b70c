import type { Page } from '@seloste/kernel';
import { Conditions, readPage, referenceOf, type ListReader, type ListQuery } from '@seloste/platform';
import type { MessageOrigin, MessageStatus } from '../message.entity.js';
import type { MessageResponse } from './one-to-one.dto.js';

/** A message as it is read, before it is put into words. */
export interface MessageRow extends Omit<MessageResponse, 'author' | 'decision' | 'subject'> {
  status: MessageStatus;
  originKind: MessageOrigin;
  authorId: string | null;
  authorName: string | null;
  /** As the timeline tells it. */
  told: string | null;
  sealedContent: string | null;
  code: string | null;
  law: string | null;
  since: Date | null;
  evidenceType: string | null;
  evidenceId: string | null;
  obligations: string[] | null;
}

const columns = `
  m.id, m.contact_id AS "contactId", m.class, m.purpose, m.language, m.origin_kind AS "originKind", m.origin_id AS "originId", m.areas,
  m.role_reason AS "roleReason", m.status, m.failure, m.created_at AS "createdAt", m.not_before AS "notBefore",
  m.handed_over_at AS "handedOverAt", m.interaction_id AS "interactionId", m.bounced_at AS "bouncedAt", m.bounce_kind AS "bounceKind",
  m.complained_at AS "complainedAt", m.sealed_content AS "sealedContent", m.author_id AS "authorId", u.name AS "authorName",
  i.subject AS told, m.decision_code AS code, m.decision_law AS law, m.decision_since AS since,
  m.decision_evidence_type AS "evidenceType", m.decision_evidence_id AS "evidenceId", m.decision_obligations AS obligations`;

const tables = `messages m LEFT JOIN users u ON u.id = m.author_id LEFT JOIN interactions i ON i.id = m.interaction_id`;

/** A person's messages, newest first. */
export function listMessages(
  reader: ListReader,
  contactId: string,
  request: ListQuery,
): Promise<Page<MessageRow>> {
  const conditions = new Conditions();
  conditions.add(contactId, (p) => `m.contact_id = ${p}`);
  return readPage<MessageRow & { cursor_key: string[] }>(
    reader,
    {
      select: columns,
      from: tables,
      countFrom: 'messages m',
      ...conditions,
      sort: {
        keys: [
          { sql: 'm.created_at', type: 'timestamptz' },
          { sql: 'm.id', type: 'uuid' },
        ],
        descending: true,
      },
    },
    request,
  );
}

/** One message; null when it is not there. */
export async function findMessage(reader: ListReader, id: string): Promise<MessageRow | null> {
  const [row] = await reader.read<MessageRow>(`SELECT ${columns} FROM ${tables} WHERE m.id = $1`, [id]);
  return row ?? null;
}

export const authorOf = ({ authorId, authorName }: MessageRow) => referenceOf(authorId, authorName);
