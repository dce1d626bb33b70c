import { companiesWithin, contactsWithin } from '@seloste/identity';
import type { RequestContext } from '@seloste/kernel';
import {
  Conditions,
  languageOf,
  readPage,
  referenceOf,
  type ListReader,
  type Reader,
} from '@seloste/platform';
import { clockColumn, toRetention } from '../clock/clock-column.js';
import type { Clock } from '../clock/reason-of.js';
import type { RetentionGround } from '../rules/retention-vocabulary.js';
import type { ForecastHold, ForecastItem, ForecastQuery, ForecastResponse } from './forecast.dto.js';

/** The controller's calendar day, and what is asked. */
interface Asked {
  today: string;
  query: Pick<ForecastQuery, 'days' | 'ownerId' | 'ground' | 'limit' | 'cursor'>;
}

interface Row {
  id: string;
  name: string;
  companyId: string | null;
  companyName: string | null;
  ownerId: string | null;
  ownerName: string | null;
  clock: Clock & { dueOn: string; ground: RetentionGround };
  hold: ForecastHold | null;
}

/** Who goes within the days, of those in the caller's reach; `$1` is today. */
function leaving(context: RequestContext, { today, query }: Asked): Conditions {
  const conditions = new Conditions(['c.erased_at IS NULL']);
  const { parameters } = conditions;
  const from = `$${parameters.push(today)}`;
  conditions.add(query.days, (p) => `c.retention_due_on <= ${from}::date + ${p}::int`);
  conditions.add(query.ownerId, (p) => `c.owner_id = ${p}`);
  conditions.add(query.ground, (p) => `c.retention_ground = ${p}`);
  conditions.keep(contactsWithin(context, 'retention.read', 'c', parameters));
  return conditions;
}

/** The people of one page, the first to go first. */
export async function readLeaving(
  reader: ListReader,
  context: RequestContext,
  asked: Asked,
): Promise<Pick<ForecastResponse, 'items' | 'nextCursor'>> {
  const { where, parameters } = leaving(context, asked);
  const employer = companiesWithin(context, 'companies.read', 'co', parameters) ?? 'true';
  const { items, nextCursor } = await readPage<Row & { cursor_key: string[] }>(
    reader,
    {
      select: `c.id, btrim(c.first_name || ' ' || c.last_name) AS name, c.company_id AS "companyId",
        CASE WHEN ${employer} THEN co.name END AS "companyName", c.owner_id AS "ownerId", u.name AS "ownerName", ${clockColumn('c')} AS clock,
        (SELECT json_build_object('ground', h.ground, 'until', h.until) FROM holds_of(ARRAY[c.id], $1::date) h
          ORDER BY h.until DESC NULLS FIRST, h.hold_id LIMIT 1) AS hold`,
      from: 'contacts c LEFT JOIN companies co ON co.id = c.company_id LEFT JOIN users u ON u.id = c.owner_id',
      where,
      parameters,
      sort: {
        keys: [
          { sql: 'c.retention_due_on', type: 'date' },
          { sql: 'c.id', type: 'uuid' },
        ],
        descending: false,
      },
    },
    { limit: asked.query.limit, cursor: asked.query.cursor, isUncounted: true },
  );
  return { items: items.map((row) => toItem(row, context)), nextCursor };
}

interface CountRow extends Record<string, unknown> {
  kind: number;
  week: string | null;
  ground: RetentionGround | null;
  ownerId: string | null;
  ownerName: string | null;
  count: number;
}

type Counts = Pick<ForecastResponse, 'total' | 'byWeek' | 'byGround' | 'byOwner'>;

/** `kind` says what a row counts: GROUPING's bits of week, ground and owner, set where it does not. */
const perWeek = 0b011;
const perGround = 0b101;
const perOwner = 0b110;
const all = 0b111;

/** How many go: altogether, by week, by ground and by owner. Read from an index alone. */
export async function countLeaving(reader: Reader, context: RequestContext, asked: Asked): Promise<Counts> {
  const { where, parameters } = leaving(context, asked);
  const rows = await reader.read<CountRow>(
    `SELECT n.kind, n.week::text AS week, n.ground, n.owner AS "ownerId", u.name AS "ownerName", n.count
     FROM (
       SELECT GROUPING(l.week, l.ground, l.owner) AS kind, l.week, l.ground, l.owner, sum(l.count)::int AS count
       FROM (
         SELECT date_trunc('week', greatest(d.due_on, $1::date))::date AS week, d.ground, d.owner, sum(d.count) AS count
         FROM (
           SELECT c.retention_due_on AS due_on, c.retention_ground AS ground, c.owner_id AS owner, count(*) AS count
           FROM contacts c WHERE ${where.join(' AND ')} GROUP BY 1, 2, 3
         ) d GROUP BY 1, 2, 3
       ) l GROUP BY GROUPING SETS ((l.week), (l.ground), (l.owner), ())
     ) n LEFT JOIN users u ON u.id = n.owner ORDER BY n.week, n.count DESC, n.ground, n.owner`,
    parameters,
  );
  const of = (kind: number) => rows.filter((row) => row.kind === kind);
  return {
    total: of(all)[0]?.count ?? 0,
    byWeek: of(perWeek).map(({ week, count }) => ({ week: week ?? asked.today, count })),
    byGround: of(perGround).flatMap(({ ground, count }) => (ground === null ? [] : [{ ground, count }])),
    byOwner: of(perOwner).map(({ ownerId, ownerName, count }) => ({
      owner: referenceOf(ownerId, ownerName),
      count,
    })),
  };
}

function toItem(row: Row, context: RequestContext): ForecastItem {
  const { dueOn, ground, start } = row.clock;
  const reason = toRetention(row.clock, languageOf(context))?.reason ?? '';
  return {
    contactId: row.id,
    name: row.name,
    company: referenceOf(row.companyId, row.companyName),
    owner: referenceOf(row.ownerId, row.ownerName),
    ...{ dueOn, ground, start, reason },
    hold: row.hold,
  };
}
