import { companiesWithin, contactsWithin } from '@seloste/identity';
import { NotFound, type Page, type RequestContext } from '@seloste/kernel';
import {
  Conditions,
  readPage,
  whereOpen,
  type KeysetSort,
  type ListReader,
  type Reader,
} from '@seloste/platform';
import type { StopReplyQuery, StopReplyResponse } from './stop-replies.dto.js';

function columnsFor(context: RequestContext, parameters: unknown[]): string {
  const employer = companiesWithin(context, 'companies.read', 'co', parameters);
  return `r.id, json_build_object('id', c.id, 'name', btrim(c.first_name || ' ' || c.last_name)) AS contact,
    ${whereOpen(employer, `CASE WHEN co.id IS NOT NULL THEN json_build_object('id', co.id, 'name', co.name) END`)} AS company,
    r.message_id AS "messageId", r.language, r.sentence, r.received_at AS "receivedAt", r.decided_at AS "decidedAt",
    CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS "decidedBy", r.objects`;
}

const joins = 'stop_replies r JOIN contacts c ON c.id = r.contact_id';
const from = `${joins} LEFT JOIN companies co ON co.id = c.company_id LEFT JOIN users u ON u.id = r.decided_by`;

const oldestFirst = (descending: boolean): KeysetSort => ({
  keys: [
    { sql: 'r.received_at', type: 'timestamptz' },
    { sql: 'r.id', type: 'uuid' },
  ],
  descending,
});

/** Replies by people whom the caller may answer for: those that wait, the oldest first; or those decided on, the newest first. */
export async function listStopReplies(
  reader: ListReader,
  context: RequestContext,
  query: StopReplyQuery,
): Promise<Page<StopReplyResponse>> {
  const isOpen = query.status === 'open';
  const conditions = new Conditions([`r.decided_at IS ${isOpen ? '' : 'NOT '}NULL`]);
  const { where, parameters } = conditions;
  conditions.keep(contactsWithin(context, 'contacts.read', 'c', parameters));
  conditions.keep(contactsWithin(context, 'replies.manage', 'c', parameters));
  const countParameters = [...parameters];
  const page = await readPage<StopReplyResponse & { cursor_key: string[] }>(
    reader,
    {
      select: columnsFor(context, parameters),
      from,
      countFrom: joins,
      where,
      parameters,
      countParameters,
      sort: oldestFirst(!isOpen),
    },
    query,
  );
  return { ...page, items: page.items.map(({ cursor_key: _, ...item }) => item) };
}

/** @throws NotFound */
export async function readStopReply(
  reader: Reader,
  context: RequestContext,
  id: string,
): Promise<StopReplyResponse> {
  const conditions = new Conditions();
  conditions.add(id, (p) => `r.id = ${p}`);
  conditions.keep(contactsWithin(context, 'contacts.read', 'c', conditions.parameters));
  conditions.keep(contactsWithin(context, 'replies.manage', 'c', conditions.parameters));
  const [row] = await reader.read<StopReplyResponse>(
    `SELECT ${columnsFor(context, conditions.parameters)} FROM ${from} WHERE ${conditions.where.join(' AND ')}`,
    conditions.parameters,
  );
  if (!row) throw new NotFound('reply');
  return row;
}
