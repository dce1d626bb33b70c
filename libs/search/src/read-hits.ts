import { companiesWithin, contactsWithin } from '@seloste/identity';
import type { RequestContext } from '@seloste/kernel';
import type { Reader } from '@seloste/platform';
import { excerptOf } from './excerpt.js';
import type { Candidate } from './read-candidates.js';
import type { SearchHit } from './search.dto.js';
import type { SearchKind } from './search-kind.js';
import type { Lexeme } from './tsquery.js';

interface HitRow {
  kind: SearchKind;
  id: string;
  title: string | null;
  subtitle: string;
  body: string | null;
  occurredAt: Date | null;
  contactId: string | null;
  companyId: string | null;
}

/** Texts are looked through this far for the words around a hit. */
const longestBody = 20_000;

const and = (condition: string | null): string => (condition === null ? '' : ` AND ${condition}`);

/** Takes the ids of people, companies and interactions as $1 to $3; more values are pushed to `parameters`. */
const hitsSql = (context: RequestContext, parameters: unknown[]): string => `
  SELECT 'contact' AS kind, c.id, btrim(c.first_name || ' ' || c.last_name) AS title,
    concat_ws(' · ', c.title, co.name COLLATE "C") AS subtitle, NULL AS body, NULL::timestamptz AS "occurredAt",
    NULL::uuid AS "contactId", co.id AS "companyId"
  FROM contacts c LEFT JOIN companies co ON co.id = c.company_id${and(companiesWithin(context, 'companies.read', 'co', parameters))}
  WHERE c.id = ANY ($1)
  UNION ALL
  SELECT 'company', co.id, co.name COLLATE "C", concat_ws(' · ', coalesce(co.business_id, co.vat_number), a.city), NULL, NULL, NULL, NULL
  FROM companies co LEFT JOIN LATERAL (
    SELECT city FROM company_addresses WHERE company_id = co.id AND city <> '' ORDER BY position LIMIT 1) AS a ON true
  WHERE co.id = ANY ($2)
  UNION ALL
  SELECT 'interaction', i.id, i.subject, concat_ws(' · ', nullif(btrim(c.first_name || ' ' || c.last_name), ''), co.name COLLATE "C"),
    left(i.body, ${longestBody}), i.occurred_at, c.id, co.id
  FROM interactions i
  LEFT JOIN LATERAL (
    SELECT c.id, c.first_name, c.last_name FROM interaction_participants p JOIN contacts c ON c.id = p.contact_id
    WHERE p.interaction_id = i.id${and(contactsWithin(context, 'contacts.read', 'c', parameters))}
    ORDER BY p.position LIMIT 1) AS c ON true
  LEFT JOIN companies co ON co.id = i.company_id${and(companiesWithin(context, 'companies.read', 'co', parameters))}
  WHERE i.id = ANY ($3)`;

/** What is shown of each candidate within the caller's reach, in their order. One that is gone meanwhile is left out. */
export async function readHits(
  reader: Reader,
  context: RequestContext,
  candidates: Candidate[],
  lexemes: Lexeme[],
): Promise<SearchHit[]> {
  if (candidates.length === 0) return [];
  const idsOf = (kind: SearchKind) => candidates.filter((one) => one.kind === kind).map(({ id }) => id);
  const parameters: unknown[] = [idsOf('contact'), idsOf('company'), idsOf('interaction')];
  const rows = await reader.read<HitRow>(hitsSql(context, parameters), parameters);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return candidates.flatMap(({ id }) => {
    const row = byId.get(id);
    return row ? [toHit(row, lexemes)] : [];
  });
}

function toHit(row: HitRow, lexemes: Lexeme[]): SearchHit {
  const { kind, id, contactId, companyId } = row;
  const subtitle = row.subtitle || null;
  if (kind !== 'interaction') return { kind, id, title: row.title ?? '', subtitle, companyId };
  const excerpt = row.body === null ? null : excerptOf(row.body, lexemes);
  const occurredAt = row.occurredAt;
  // Without a subject the words around the hit are what there is to show.
  return row.title
    ? { kind, id, title: row.title, subtitle, excerpt, occurredAt, contactId, companyId }
    : { kind, id, title: excerpt ?? '', subtitle, excerpt: null, occurredAt, contactId, companyId };
}
