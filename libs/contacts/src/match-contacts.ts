import type { Reader } from '@seloste/platform';

/** By what a person may be known. Addresses and numbers are normalised. */
export interface PersonMark {
  firstName: string;
  lastName: string;
  emails: string[];
  phones: string[];
  companyId: string | null;
}

/** A person of the register who is probably the same, and by what. */
export interface PersonMatch {
  contactId: string;
  companyId: string | null;
  by: 'email' | 'phone' | 'name_at_company';
  /** The address or number that both have. */
  value: string | null;
}

const same = (a: string, b: string): string =>
  `lower(${a} COLLATE "fi-x-icu") = lower(${b} COLLATE "fi-x-icu")`;

const sql = `
  WITH input AS (
    SELECT * FROM jsonb_to_recordset($1)
      AS i(n int, "firstName" text, "lastName" text, emails text[], phones text[], "companyId" uuid)
  ), candidates AS (
    SELECT i.n, 1 AS rank, p.contact_id, 'email' AS by, p.value
    FROM input i, unnest(i.emails) AS e(value) JOIN contact_points p ON p.value = e.value AND p.kind = 'email'
    UNION ALL
    SELECT i.n, 2, p.contact_id, 'phone', p.value
    FROM input i, unnest(i.phones) AS e(value)
    JOIN contact_points p ON p.value = e.value AND p.kind = 'phone' JOIN contacts c ON c.id = p.contact_id
    WHERE c.last_name = '' OR i."lastName" = '' OR ${same('c.last_name', 'i."lastName"')}
    UNION ALL
    SELECT i.n, 3, c.id, 'name_at_company', NULL
    FROM input i JOIN contacts c ON c.company_id = i."companyId"
      AND ${same('c.first_name', 'i."firstName"')} AND ${same('c.last_name', 'i."lastName"')}
  )
  SELECT DISTINCT ON (d.n) d.n, d.contact_id AS "contactId", c.company_id AS "companyId", d.by, d.value
  FROM candidates d JOIN contacts c ON c.id = d.contact_id ORDER BY d.n, d.rank, d.contact_id`;

/**
 * Finds people in the register who are probably the same: by an e-mail address, a phone number (unless the family
 * names differ: colleagues share a switchboard), or the same name at the same company. Archived people are found too.
 * @returns for each mark the likeliest person, or null
 */
export async function matchContacts(reader: Reader, marks: PersonMark[]): Promise<(PersonMatch | null)[]> {
  if (marks.length === 0) return [];
  const input = marks.map(({ firstName, lastName, emails, phones, companyId }, n) => ({
    n,
    firstName,
    lastName,
    emails,
    phones,
    companyId,
  }));
  const rows = await reader.read<PersonMatch & { n: number }>(sql, [JSON.stringify(input)]);
  const found = new Map(rows.map(({ n, ...match }) => [n, match]));
  return marks.map((_, n) => found.get(n) ?? null);
}
