import { NotFound, scopeOf, type Page, type RequestContext } from '@seloste/kernel';
import {
  Conditions,
  languageOf,
  readPage,
  type KeysetSort,
  type ListReader,
  type Reader,
} from '@seloste/platform';
import { thingClockColumn, toThingRetention, type ThingClockColumn } from '@seloste/retention';
import type { Export } from './export.entity.js';
import type { ExportQuery, ExportResponse } from './exports.dto.js';

type Row = Omit<
  Export,
  'filters' | 'requestedBy' | 'decidedBy' | 'attempt' | 'progressedAt' | `use${string}`
> &
  Pick<ExportResponse, 'requestedBy' | 'decidedBy' | 'for'> & { clock: ThingClockColumn | null };

const clock = thingClockColumn({
  rule: "rr.key = 'exports'",
  startedAt: 'x.expires_at',
  what: "'export'",
  unless: "x.status NOT IN ('awaiting_approval', 'preparing', 'ready')",
});

const columns = `x.id, x.kind, x.purpose, x.recipient, x.status, x.expected, x.people, x.requested_at AS "requestedAt",
  x.expires_at AS "expiresAt", x.decided_at AS "decidedAt", x.prepared_at AS "preparedAt", x.fetched_at AS "fetchedAt", x.failure,
  x.left_out AS "leftOut", CASE WHEN x.use_purpose IS NOT NULL THEN json_build_object('channel', x.use_channel,
    'purpose', x.use_purpose, 'areas', x.use_areas, 'roleReason', x.use_role_reason) END AS "for",
  json_build_object('id', r.id, 'name', r.name) AS "requestedBy",
  CASE WHEN d.id IS NOT NULL THEN json_build_object('id', d.id, 'name', d.name) END AS "decidedBy", ${clock} AS clock`;

const from = 'exports x JOIN users r ON r.id = x.requested_by LEFT JOIN users d ON d.id = x.decided_by';

const newestFirst: KeysetSort = {
  keys: [
    { sql: 'x.requested_at', type: 'timestamptz' },
    { sql: 'x.id', type: 'uuid' },
  ],
  descending: true,
};

/** One's own exports; those of everybody for who may approve them. */
function visibleTo(context: RequestContext): Conditions {
  const conditions = new Conditions();
  const { actor } = context;
  if (actor.kind === 'user' && scopeOf(context, 'exports.approve') !== 'all')
    conditions.add(actor.userId, (p) => `x.requested_by = ${p}`);
  return conditions;
}

/** One page of exports, newest first. */
export async function listExports(
  reader: ListReader,
  context: RequestContext,
  query: ExportQuery,
): Promise<Page<ExportResponse>> {
  const conditions = visibleTo(context);
  conditions.add(query.status, (p) => `x.status = ${p}`);
  const { where, parameters } = conditions;
  const page = await readPage<Row & { cursor_key: string[] }>(
    reader,
    { select: columns, from, countFrom: 'exports x', where, parameters, sort: newestFirst },
    query,
  );
  return { ...page, items: page.items.map(({ cursor_key: _, ...row }) => toExportResponse(row, context)) };
}

/** @throws NotFound */
export async function readExport(
  reader: Reader,
  context: RequestContext,
  id: string,
): Promise<ExportResponse> {
  const conditions = visibleTo(context);
  conditions.add(id, (p) => `x.id = ${p}`);
  const [row] = await reader.read<Row>(
    `SELECT ${columns} FROM ${from} WHERE ${conditions.where.join(' AND ')}`,
    conditions.parameters,
  );
  if (!row) throw new NotFound('export');
  return toExportResponse(row, context);
}

const toExportResponse = ({ clock: column, ...row }: Row, context: RequestContext): ExportResponse => ({
  ...row,
  retention: toThingRetention(column, languageOf(context)),
});
