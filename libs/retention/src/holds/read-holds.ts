import { companiesWithin, contactsWithin } from '@seloste/identity';
import { countLimit, NotFound, type Page, type RequestContext } from '@seloste/kernel';
import type { Subject } from '@seloste/permissions';
import { Conditions, readPage, referenceOf, type ListReader, type Reader } from '@seloste/platform';
import type { Hold } from './hold.entity.js';
import type { HoldQuery, HoldResponse } from './holds.dto.js';

type Row = Omit<Hold, 'restricted' | 'placedOn' | 'reviewedOn'> & {
  contactName: string | null;
  companyName: string | null;
  placedByName: string | null;
  due: boolean;
  status: HoldResponse['status'];
  release: { releasedAt: string; releasedBy: HoldResponse['placedBy']; reason: string } | null;
  reviews: { reviewedAt: string; reviewedBy: HoldResponse['placedBy']; note: string; reviewOn: string }[];
};

const by = (user: string): string =>
  `(SELECT json_build_object('id', u.id, 'name', u.name) FROM users u WHERE u.id = ${user})`;

const isOver = (today: string): string => `coalesce(h.until < ${today}::date, false)`;
const isDue = (today: string): string => `coalesce(h.review_on <= ${today}::date, false)`;

/** `today` and what `company` is shown by are SQL. */
const columns = (today: string, company: string): string => `
  h.id, h.contact_id AS "contactId", btrim(c.first_name || ' ' || c.last_name) AS "contactName", h.company_id AS "companyId",
  CASE WHEN ${company} THEN co.name END AS "companyName", h.ground, h.document, h.reason,
  h.financial_year_ended_on::text AS "financialYearEndedOn", h.until::text AS until, h.review_on::text AS "reviewOn", h.categories,
  h.placed_at AS "placedAt", h.placed_by AS "placedBy", p.name AS "placedByName", h.released_at AS "releasedAt",
  h.released_at IS NULL AND NOT ${isOver(today)} AND ${isDue(today)} AS due,
  CASE WHEN h.released_at IS NOT NULL THEN 'released' WHEN ${isOver(today)} THEN 'over' ELSE 'in_force' END AS status,
  (SELECT json_build_object('releasedAt', r.released_at, 'releasedBy', ${by('r.released_by')}, 'reason', r.reason)
    FROM hold_releases r WHERE r.hold_id = h.id) AS release,
  (SELECT coalesce(json_agg(json_build_object('reviewedAt', r.reviewed_at, 'reviewedBy', ${by('r.reviewed_by')}, 'note', r.note,
      'reviewOn', r.review_on) ORDER BY r.reviewed_at DESC, r.id DESC), '[]')
    FROM hold_reviews r WHERE r.hold_id = h.id) AS reviews`;

const from = `holds h LEFT JOIN contacts c ON c.id = h.contact_id LEFT JOIN companies co ON co.id = h.company_id
  LEFT JOIN users p ON p.id = h.placed_by`;

/** Of the person's own and of where they work, or worked when it was placed; see `holds_of` in the database. */
const whose = (subject: Subject): string =>
  subject.contactId === undefined
    ? 'h.company_id = $1'
    : `(h.contact_id = $1 OR h.company_id IN (SELECT x.company_id FROM contacts x WHERE x.id = $1)
        OR EXISTS (SELECT FROM employments e WHERE e.contact_id = $1 AND e.company_id = h.company_id
          AND (e.ended_on IS NULL OR e.ended_on >= h.placed_on)))`;

/** Everything that holds, or held, the person or company; the latest first. @param today the controller's calendar day */
export async function readHolds(
  reader: Reader,
  context: RequestContext,
  { subject, today }: { subject: Subject; today: string },
): Promise<HoldResponse[]> {
  const parameters: unknown[] = [subject.contactId ?? subject.companyId, today];
  const company = companiesWithin(context, 'companies.read', 'co', parameters) ?? 'true';
  const rows = await reader.read<Row>(
    `SELECT ${columns('$2', company)} FROM ${from} WHERE ${whose(subject)} ORDER BY h.placed_at DESC, h.id DESC`,
    parameters,
  );
  return rows.map(toResponse);
}

/** @throws NotFound */
export async function readHold(reader: Reader, id: string, today: string): Promise<HoldResponse> {
  const [row] = await reader.read<Row>(`SELECT ${columns('$2', 'true')} FROM ${from} WHERE h.id = $1`, [
    id,
    today,
  ]);
  if (!row) throw new NotFound('hold');
  return toResponse(row);
}

/** Holds in force within the caller's reach, the next day on which something is due first. @param today the controller's calendar day */
export async function listHolds(
  reader: ListReader,
  context: RequestContext,
  { query, today }: { query: HoldQuery; today: string },
): Promise<Page<HoldResponse>> {
  const conditions = new Conditions(['h.released_at IS NULL']);
  const { parameters } = conditions;
  conditions.add(today, (p) => `NOT ${isOver(p)}`);
  conditions.add(query.ground, (p) => `h.ground = ${p}`);
  if (query.due !== undefined) conditions.keep(`${query.due ? '' : 'NOT '}${isDue('$1')}`);
  const people = contactsWithin(context, 'contacts.read', 'c', parameters);
  const companies = companiesWithin(context, 'companies.read', 'co', parameters);
  conditions.keep(people && `(h.contact_id IS NULL OR ${people})`);
  conditions.keep(companies && `(h.company_id IS NULL OR ${companies})`);
  const page = await readPage<Row & { cursor_key: string[] }>(
    reader,
    {
      select: columns('$1', 'true'),
      from,
      where: conditions.where,
      parameters,
      sort: {
        keys: [
          { sql: 'least(h.review_on, h.until)', type: 'date' },
          { sql: 'h.id', type: 'uuid' },
        ],
        descending: false,
      },
    },
    query,
  );
  return { ...page, items: page.items.map(toResponse) };
}

/** How many holds in force should have been looked at by now, counted up to `countLimit`. @param today the controller's calendar day */
export async function countDueHolds(reader: Reader, today: string): Promise<number> {
  const [row] = await reader.read<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM holds h
       WHERE h.released_at IS NULL AND least(h.review_on, h.until) <= $1::date AND NOT ${isOver('$1')} AND ${isDue('$1')} LIMIT ${countLimit}) AS due`,
    [today],
  );
  return row?.n ?? 0;
}

const toResponse = (row: Row): HoldResponse => ({
  id: row.id,
  contact: referenceOf(row.contactId, row.contactName),
  company: referenceOf(row.companyId, row.companyName),
  ground: row.ground,
  document: row.document,
  reason: row.reason,
  financialYearEndedOn: row.financialYearEndedOn,
  until: row.until,
  reviewOn: row.reviewOn,
  due: row.due,
  categories: row.categories,
  status: row.status,
  placedAt: row.placedAt,
  placedBy: referenceOf(row.placedBy, row.placedByName),
  release: row.release && { ...row.release, releasedAt: new Date(row.release.releasedAt) },
  reviews: row.reviews.map((review) => ({ ...review, reviewedAt: new Date(review.reviewedAt) })),
});
