import { NotFound, type Page } from '@seloste/kernel';
import { Conditions, readPage, type ListReader, type Reader } from '@seloste/platform';
import type { MailingQuery, MailingResponse } from './mailings.dto.js';

const named = (table: string): string =>
  `CASE WHEN ${table}.id IS NOT NULL THEN json_build_object('id', ${table}.id, 'name', ${table}.name) END`;

const columns = `g.id, g.name, g.purpose, p.class AS "purposeClass", json_build_object('id', t.id, 'name', t.name) AS template,
  ${named('s')} AS segment, g.areas, g.role_reason AS "roleReason", g.service_reason AS "serviceReason", g.status, g.people,
  g.scheduled_at AS "scheduledAt", g.dispatched_at AS "dispatchedAt", ${named('d')} AS "dispatchedBy", g.prepared_at AS "preparedAt",
  g.finished_at AS "finishedAt", g.created_at AS "createdAt", ${named('u')} AS "createdBy", g.updated_at AS "updatedAt", g.version`;

const counted = 'mailings g JOIN purposes p ON p.key = g.purpose';
const tables = `${counted} JOIN templates t ON t.id = g.template_id LEFT JOIN segments s ON s.id = g.segment_id
  LEFT JOIN users d ON d.id = g.dispatched_by LEFT JOIN users u ON u.id = g.created_by`;

/** One page of mailings, newest first. */
export async function listMailings(reader: ListReader, query: MailingQuery): Promise<Page<MailingResponse>> {
  const conditions = new Conditions();
  conditions.add(query.status, (value) => `g.status = ${value}`);
  conditions.add(query.class, (value) => `p.class = ${value}`);
  const { where, parameters } = conditions;
  const page = await readPage<MailingResponse & { cursor_key: string[] }>(
    reader,
    {
      select: columns,
      from: tables,
      countFrom: counted,
      where,
      parameters,
      sort: {
        keys: [
          { sql: 'g.created_at', type: 'timestamptz' },
          { sql: 'g.id', type: 'uuid' },
        ],
        descending: true,
      },
    },
    query,
  );
  return { ...page, items: page.items.map(({ cursor_key: _, ...mailing }) => mailing) };
}

/** @throws NotFound */
export async function readMailing(reader: Reader, id: string): Promise<MailingResponse> {
  const [mailing] = await reader.read<MailingResponse>(`SELECT ${columns} FROM ${tables} WHERE g.id = $1`, [
    id,
  ]);
  if (!mailing) throw new NotFound('mailing');
  return mailing;
}
