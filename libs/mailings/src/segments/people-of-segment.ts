import { companiesWithin } from '@seloste/identity';
import type { PageRequest, RequestContext } from '@seloste/kernel';
import { referenceOf, whereOpen, type ListReader, type Reader } from '@seloste/platform';
import { fillPage, type Keyed } from '../fill-page.js';
import { peopleFrom, segmentConditions } from './segment-conditions.js';
import type { Segment } from './segment.entity.js';
import type { SegmentPerson } from './segments.dto.js';

/** A segment at a moment, as one caller sees it. */
export interface SegmentView {
  segment: Pick<Segment, 'id' | 'filters' | 'profilingPurpose'>;
  timeZone: string;
  at: Date;
}

interface Row extends Omit<SegmentPerson, 'company'>, Keyed {
  companyId: string | null;
  companyName: string | null;
  isLeftOut: boolean;
}

/** Who may be profiled for a purpose among the ids that a query gives; the channel does not matter. */
const profiledAmong = (ids: string, purpose: string, at: string): string =>
  `permission_decisions_of(ARRAY(${ids}), 'email', ${purpose}, NULL, false, ${at}::timestamptz)`;

/** The key of the order by name, after `$n` and `$n+1`. */
export const afterKey = (after: string[] | null, parameters: unknown[]): string =>
  after === null
    ? ''
    : ` AND (c.sort_name, c.id) > ($${parameters.push(after[0])}::text, $${parameters.push(after[1])}::uuid)`;

export const nameOrder = 'ORDER BY c.sort_name, c.id';
export const nameKey = 'ARRAY[c.sort_name, c.id::text] AS key';
export const displayName = `btrim(c.first_name || ' ' || c.last_name)`;

/** One page of the people of a segment by name, without those whom its profiling purpose leaves out. */
export async function readPeople(
  reader: ListReader,
  context: RequestContext,
  view: SegmentView,
  request: PageRequest,
): Promise<{ items: SegmentPerson[]; nextCursor: string | null }> {
  const page = await fillPage<Row>(reader, request, {
    name: `people of segment ${view.segment.id}`,
    keeps: ({ isLeftOut }) => !isLeftOut,
    read: (after, limit) => readChunk(reader, context, view, { after, limit }),
  });
  return { ...page, items: page.items.map(toPerson) };
}

function readChunk(
  reader: Reader,
  context: RequestContext,
  { segment, timeZone, at }: SegmentView,
  { after, limit }: { after: string[] | null; limit: number },
): Promise<Row[]> {
  const { where, parameters } = segmentConditions(context, segment.filters, timeZone);
  const start = afterKey(after, parameters);
  const chunk = `SELECT c.id FROM ${peopleFrom} WHERE ${where.join(' AND ')}${start} ${nameOrder} LIMIT $${parameters.push(limit)}`;
  const profiled =
    segment.profilingPurpose &&
    profiledAmong(
      'SELECT id FROM chunk',
      `$${parameters.push(segment.profilingPurpose)}`,
      `$${parameters.push(at)}`,
    );
  const employer = companiesWithin(context, 'companies.read', 'co', parameters);
  return reader.read<Row>(
    `WITH chunk AS MATERIALIZED (${chunk})${profiled ? `, profiled AS MATERIALIZED (SELECT * FROM ${profiled})` : ''}
     SELECT c.id, ${displayName} AS name, c.title, c.area_of_responsibility AS "areaOfResponsibility", c.language,
       ${whereOpen(employer, 'c.company_id')} AS "companyId", ${whereOpen(employer, 'co.name')} AS "companyName",
       c.last_interaction_at AS "lastInteractionAt", ${profiled ? 'NOT p.allowed' : 'false'} AS "isLeftOut", ${nameKey}
     FROM chunk JOIN contacts c ON c.id = chunk.id LEFT JOIN companies co ON co.id = c.company_id
     ${profiled ? 'JOIN profiled p ON p.contact_id = c.id' : ''} ${nameOrder}`,
    parameters,
  );
}

const toPerson = ({ companyId, companyName, key: _, isLeftOut: __, ...person }: Row): SegmentPerson => ({
  ...person,
  company: referenceOf(companyId, companyName),
});

/** How many people a segment has, exactly, and how many its profiling purpose leaves out for which reason. */
export async function countPeople(
  reader: Reader,
  context: RequestContext,
  { segment, timeZone, at }: SegmentView,
): Promise<{ total: number; leftOut: Record<string, number> }> {
  const { where, parameters } = segmentConditions(context, segment.filters, timeZone);
  const people = `SELECT c.id FROM ${peopleFrom} WHERE ${where.join(' AND ')}`;
  const counted = segment.profilingPurpose
    ? `SELECT CASE WHEN NOT p.allowed THEN p.code END AS code, count(*)::int AS n FROM ${profiledAmong(
        people,
        `$${parameters.push(segment.profilingPurpose)}`,
        `$${parameters.push(at)}`,
      )} p GROUP BY 1`
    : `SELECT NULL AS code, count(*)::int AS n FROM (${people}) people`;
  const rows = await reader.read<{ code: string | null; n: number }>(counted, parameters);
  const refused = rows.flatMap(({ code, n }) => (code === null ? [] : [[code, n] as const]));
  return {
    total: rows.find(({ code }) => code === null)?.n ?? 0,
    leftOut: Object.fromEntries(refused),
  };
}
