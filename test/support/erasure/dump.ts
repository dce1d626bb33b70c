import type { TestApp } from '@seloste/testing';

/**
 * Every row of every table of every schema of ours as text, whoever may see it, with nothing of the product's own
 * machinery in between. @returns `schema.table` of those that match, each once for every row
 */
export async function tablesTelling(app: TestApp, telltale: RegExp): Promise<string[]> {
  const columns = await app.rows<{ table: string; column: string; type: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS table, quote_ident(a.attname) AS column, format_type(a.atttypid, NULL) AS type
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'm') AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND a.attnum > 0 AND NOT a.attisdropped`,
  );
  const telling: string[] = [];
  for (const table of new Set(columns.map((column) => column.table))) {
    const texts = columns
      .filter((column) => column.table === table)
      .map(({ column, type }) => (type === 'bytea' ? `encode(${column}, 'escape')` : `${column}::text`));
    const rows = await app.rows<{ row: string }>(
      `SELECT concat_ws(' ', ${texts.join(', ')}) AS row FROM ${table}`,
    );
    telling.push(...rows.filter(({ row }) => telltale.test(row)).map(() => table));
  }
  return telling.sort();
}
