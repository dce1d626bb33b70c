import type { Reader } from '@seloste/platform';

/** By what a company may be known. */
export interface CompanyMark {
  name: string | null;
  businessId: string | null;
  vatNumber: string | null;
}

/** The company of the register that a mark means; of a name that several companies have, none for sure. */
export interface CompanyMatch {
  id: string;
  isAmbiguous: boolean;
}

const sql = `
  WITH input AS (
    SELECT * FROM jsonb_to_recordset($1) AS i(n int, name text, "businessId" text, "vatNumber" text)
  ), candidates AS (
    SELECT i.n, 1 AS rank, c.id, c.archived_at FROM input i JOIN companies c ON c.business_id = i."businessId"
    UNION ALL
    SELECT i.n, 2, c.id, c.archived_at FROM input i JOIN companies c ON c.vat_number = i."vatNumber"
    UNION ALL
    SELECT i.n, 3, c.id, c.archived_at FROM input i
    JOIN companies c ON lower(c.name) = lower(i.name COLLATE "fi-x-icu")
      AND (c.business_id IS NULL OR i."businessId" IS NULL) AND (c.vat_number IS NULL OR i."vatNumber" IS NULL)
  )
  SELECT DISTINCT ON (n) n, id,
    rank = 3 AND count(*) FILTER (WHERE rank = 3 AND archived_at IS NULL) OVER (PARTITION BY n) > 1 AS "isAmbiguous"
  FROM candidates ORDER BY n, rank, archived_at NULLS FIRST, id`;

/**
 * Finds companies in the register: by business id, else VAT number, else exactly the same name (letter case aside)
 * unless the numbers contradict each other. Archived ones are found too, after the others.
 * @returns for each mark its company, or null
 */
export async function matchCompanies(reader: Reader, marks: CompanyMark[]): Promise<(CompanyMatch | null)[]> {
  if (marks.length === 0) return [];
  const input = marks.map(({ name, businessId, vatNumber }, n) => ({ n, name, businessId, vatNumber }));
  const rows = await reader.read<CompanyMatch & { n: number }>(sql, [JSON.stringify(input)]);
  const found = new Map(rows.map(({ n, id, isAmbiguous }) => [n, { id, isAmbiguous }]));
  return marks.map((_, n) => found.get(n) ?? null);
}
