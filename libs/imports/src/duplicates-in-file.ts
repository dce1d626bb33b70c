import type { EntityManager } from 'typeorm';

const folded = (text: string): string => `lower((${text}) COLLATE "fi-x-icu")`;
const name = `${folded(`record #>> '{person,firstName}'`)} || '|' || ${folded(`record #>> '{person,lastName}'`)}`;

/**
 * Every row by the keys under which it could be the same as another: e-mail addresses, phone numbers with the family
 * name, the name at the company, and of a company alone the company. A row with a person brings its company too.
 */
const sql = `
  WITH rows AS (
    SELECT line, record, record->'person' <> 'null'::jsonb AS has_person,
      coalesce(company_id::text, record #>> '{company,businessId}', record #>> '{company,vatNumber}', ${folded(`record #>> '{company,name}'`)}) AS company
    FROM import_rows WHERE import_id = $1 AND result NOT IN ('error', 'erased')
  ), keys AS (
    SELECT line, 'email ' || value AS key, true AS counts
    FROM rows, jsonb_array_elements_text(record #> '{person,emails}') WHERE has_person
    UNION ALL
    SELECT line, 'phone ' || value || ' ' || ${folded(`record #>> '{person,lastName}'`)}, true
    FROM rows, jsonb_array_elements_text(record #> '{person,phones}') WHERE has_person
    UNION ALL
    SELECT line, 'name ' || company || ' ' || ${name}, true FROM rows WHERE has_person AND company IS NOT NULL
    UNION ALL
    SELECT line, 'company ' || company, NOT has_person FROM rows WHERE company IS NOT NULL
  ), firsts AS (
    SELECT line, counts, min(line) OVER (PARTITION BY key) AS first FROM keys
  ), found AS (
    SELECT line, min(first) AS first FROM firsts WHERE counts AND first < line GROUP BY line
  )
  UPDATE import_rows r SET result = 'duplicate',
    reasons = jsonb_build_array(jsonb_build_object('code', 'duplicate_in_file', 'value', f.first::text))
      || CASE WHEN r.result = 'duplicate' THEN r.reasons ELSE '[]'::jsonb END
  FROM found f WHERE r.import_id = $1 AND r.line = f.line`;

/** Marks the rows of a checked file that say again what an earlier row says. The earlier one stays. */
export async function markDuplicatesInFile(tx: EntityManager, importId: string): Promise<void> {
  await tx.query(`SET LOCAL statement_timeout = '5min'`);
  await tx.query(sql, [importId]);
}
