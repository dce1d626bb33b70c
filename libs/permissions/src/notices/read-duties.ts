import { contactsWithin } from '@seloste/identity';
import { countLimit, NotFound, type Page, type RequestContext } from '@seloste/kernel';
import { Conditions, readPage, referenceOf, type ListReader, type Reader } from '@seloste/platform';
import type { NoticeDuty } from './notice-duty.entity.js';
import type { NoticeDutyQuery, NoticeDutyResponse } from './notices.dto.js';

type Row = NoticeDuty & {
  name: string;
  companyId: string | null;
  companyName: string | null;
  age: number;
  overdue: boolean;
  hasEmail: boolean;
  isMailed: boolean;
};

/** An address of a person `c` that a letter can be sent to; `p` is the point. */
export const takesMail = `p.contact_id = c.id AND p.kind = 'email'
  AND NOT EXISTS (SELECT FROM undeliverable_addresses a WHERE a.digest = p.digest)
  AND NOT EXISTS (SELECT FROM suppressions s WHERE s.digest = p.digest AND s.kind = p.kind AND s.reason = 'erasure')`;

/** A letter of a duty `d` that is on its way. */
export const isOnItsWay = `EXISTS (SELECT FROM mail_messages m WHERE m.id = d.message_id AND m.status = 'waiting')`;

const columns = `
  d.id, d.contact_id AS "contactId", btrim(c.first_name || ' ' || c.last_name) AS name, c.company_id AS "companyId",
  co.name AS "companyName", d.arisen_at AS "arisenAt", d.due_on::text AS "dueOn", d.discharged_at AS "dischargedAt",
  d.discharged_via AS "dischargedVia", d.note, EXISTS (SELECT FROM contact_points p WHERE ${takesMail}) AS "hasEmail",
  ${isOnItsWay} AS "isMailed"`;

/** Days of the controller's calendar, as `today` is one. */
const relativeTo = (today: string) =>
  `, ${today}::date - (d.arisen_at AT TIME ZONE (SELECT time_zone FROM controllers))::date AS age, d.due_on < ${today}::date AS overdue`;

const joined = 'notice_duties d JOIN contacts c ON c.id = d.contact_id';
const from = `${joined} LEFT JOIN companies co ON co.id = c.company_id`;

/** Who is to be told, within the caller's reach, the earliest day first. @param today the controller's calendar day */
export async function listDuties(
  reader: ListReader,
  context: RequestContext,
  { query, today }: { query: NoticeDutyQuery; today: string },
): Promise<Page<NoticeDutyResponse>> {
  const conditions = new Conditions(['d.discharged_at IS NULL', 'c.erased_at IS NULL']);
  const { parameters } = conditions;
  conditions.keep(contactsWithin(context, 'notices.manage', 'c', parameters));
  const comparison = query.overdue ? '<' : '>=';
  conditions.add(query.overdue === undefined ? undefined : today, (p) => `d.due_on ${comparison} ${p}::date`);
  const countParameters = [...parameters];
  const day = `$${parameters.push(today)}`;
  const page = await readPage<Row & { cursor_key: string[] }>(
    reader,
    {
      select: columns + relativeTo(day),
      from,
      countFrom: joined,
      where: conditions.where,
      parameters,
      countParameters,
      sort: {
        keys: [
          { sql: 'd.due_on', type: 'date' },
          { sql: 'd.id', type: 'uuid' },
        ],
        descending: false,
      },
    },
    query,
  );
  return { ...page, items: page.items.map(toResponse) };
}

/** @throws NotFound */
export async function readDuty(reader: Reader, id: string, today: string): Promise<NoticeDutyResponse> {
  const [row] = await reader.read<Row>(`SELECT ${columns}${relativeTo('$2')} FROM ${from} WHERE d.id = $1`, [
    id,
    today,
  ]);
  if (!row) throw new NotFound('notice duty');
  return toResponse(row);
}

const toResponse = (row: Row): NoticeDutyResponse => ({
  id: row.id,
  contact: { id: row.contactId, name: row.name },
  company: referenceOf(row.companyId, row.companyName),
  arisenAt: row.arisenAt,
  dueOn: row.dueOn,
  age: row.age,
  overdue: row.overdue,
  hasEmail: row.hasEmail,
  isMailed: row.isMailed,
  dischargedAt: row.dischargedAt,
  dischargedVia: row.dischargedVia,
  note: row.note,
});

/** How many people should have been told of us by now, counted up to `countLimit`. `today` is the controller's calendar day. */
export async function countOverdueNotices(reader: Reader, today: string): Promise<number> {
  const [row] = await reader.read<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM ${joined}
       WHERE d.discharged_at IS NULL AND d.due_on < $1 AND c.erased_at IS NULL LIMIT ${countLimit}) AS overdue`,
    [today],
  );
  return row?.n ?? 0;
}
