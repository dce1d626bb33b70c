import { companiesWithin } from '@seloste/identity';
import type { RequestContext } from '@seloste/kernel';
import { whereOpen, type ListReader, type Reader } from '@seloste/platform';
import { fillPage, type Keyed } from '../fill-page.js';
import { afterKey, displayName, nameKey, nameOrder } from '../segments/people-of-segment.js';
import { peopleFrom, segmentConditions } from '../segments/segment-conditions.js';
import type { SegmentFilters } from '../segments/segment.entity.js';
import type { AudienceQuery } from './audience.dto.js';
import {
  judgedColumns,
  judgedSql,
  personColumns,
  withAddress,
  type Judged,
  type Question,
} from './judge-people.js';

/** Whom a mailing that was not sent off yet would go to, as the caller sees them right now. */
export interface LiveAudience {
  mailingId: string;
  filters: SegmentFilters;
  timeZone: string;
  question: Question;
}

/** Somebody of an audience; of who waits for a decision, it is null. */
export interface MemberRow extends Keyed {
  contactId: string;
  name: string;
  companyId: string | null;
  companyName: string | null;
  judged: Judged | null;
}

/** So many have the same things decided of them. */
export interface CountRow extends Pick<Judged, 'allowed' | 'code' | 'language' | 'fellBack'> {
  n: number;
}

const fits = ({ included, code, language }: AudienceQuery, judged: Judged): boolean =>
  (included === undefined || String(judged.allowed) === included) &&
  (code === undefined || judged.code === code) &&
  (language === undefined || judged.language === language);

/** One page by name: the next people are decided about, and all that are left where too few of those are asked for. */
export async function readLiveAudience(
  reader: ListReader,
  context: RequestContext,
  audience: LiveAudience,
  query: AudienceQuery,
): Promise<{ items: MemberRow[]; nextCursor: string | null }> {
  let isFirst = true;
  return fillPage<MemberRow>(reader, query, {
    name: `audience of mailing ${audience.mailingId}`,
    keeps: ({ judged }) => judged !== null && fits(query, judged),
    read: (after, limit) => {
      const part = isFirst ? { after, limit } : { after, limit: query.limit + 1, only: query };
      isFirst = false;
      return readPart(reader, context, audience, part);
    },
  });
}

/** So many of the people after a key; or so many of those among them, of all that are left, who are asked for. */
interface Part {
  after: string[] | null;
  limit: number;
  only?: AudienceQuery;
}

async function readPart(
  reader: Reader,
  context: RequestContext,
  { filters, timeZone, question }: LiveAudience,
  { after, limit, only }: Part,
): Promise<MemberRow[]> {
  const { where, parameters } = segmentConditions(context, filters, timeZone);
  const inSegment = where.join(' AND ');
  const from = `SELECT c.id FROM ${peopleFrom} WHERE ${inSegment}${afterKey(after, parameters)}`;
  const some = `LIMIT $${parameters.push(limit)}`;
  const chunk = only ? from : `${from} ${nameOrder} ${some}`;
  // Who shares an address with somebody of the chunk is decided about as well: one of them gets it.
  const sharing = `SELECT c.id FROM chunk JOIN contact_points mine ON mine.contact_id = chunk.id AND mine.kind = 'email' AND mine.position = 0
      AND mine.digest <> '' JOIN contact_points theirs ON theirs.digest = mine.digest AND theirs.kind = 'email' AND theirs.position = 0
    JOIN contacts c ON c.id = theirs.contact_id LEFT JOIN companies co ON co.id = c.company_id WHERE ${inSegment}`;
  const judged = judgedSql(question, parameters);
  const asked = only ? askedFor(only, parameters) : '';
  const employer = companiesWithin(context, 'companies.read', 'co', parameters);
  const rows = await reader.read<Omit<MemberRow, 'judged'> & Judged>(
    `WITH chunk AS MATERIALIZED (${chunk}), people AS MATERIALIZED (
       SELECT ${personColumns} FROM (SELECT id FROM chunk UNION ${sharing}) asked JOIN contacts c ON c.id = asked.id ${withAddress}), ${judged}
     SELECT c.id AS "contactId", ${displayName} AS name, ${whereOpen(employer, 'c.company_id')} AS "companyId",
       ${whereOpen(employer, 'co.name')} AS "companyName", ${judgedColumns}, ${nameKey}
     FROM chunk JOIN judged j ON j.id = chunk.id JOIN contacts c ON c.id = chunk.id
     LEFT JOIN companies co ON co.id = c.company_id ${asked} ${nameOrder} ${some}`,
    parameters,
  );
  return rows.map(({ contactId, name, companyId, companyName, key, ...decision }) => ({
    contactId,
    name,
    companyId,
    companyName,
    key,
    judged: decision,
  }));
}

/** The filters of an audience on `judged j`. */
function askedFor({ included, code, language }: AudienceQuery, parameters: unknown[]): string {
  const value = (given: unknown, type: string) => `$${parameters.push(given ?? null)}::${type}`;
  const [isIn, as, reads] = [value(included, 'boolean'), value(code, 'text'), value(language, 'text')];
  return `WHERE (${isIn} IS NULL OR j.allowed = ${isIn}) AND (${as} IS NULL OR j.code = ${as}) AND (${reads} IS NULL OR j.language = ${reads})`;
}

/** How many of the whole audience have what decided of them. */
export function countLiveAudience(
  reader: Reader,
  context: RequestContext,
  { filters, timeZone, question }: LiveAudience,
): Promise<CountRow[]> {
  const { where, parameters } = segmentConditions(context, filters, timeZone);
  const judged = judgedSql(question, parameters);
  return reader.read<CountRow>(
    `WITH people AS MATERIALIZED (SELECT ${personColumns} FROM ${peopleFrom} ${withAddress} WHERE ${where.join(' AND ')}), ${judged}
     SELECT j.allowed, j.code, j.language, j.fell_back AS "fellBack", count(*)::int AS n FROM judged j GROUP BY 1, 2, 3, 4`,
    parameters,
  );
}
