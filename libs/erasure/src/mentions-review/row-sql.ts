import type { EntityManager } from 'typeorm';
import type { RowLinks } from './judge.js';
import { companiesOf, isAbout, peopleOf } from './row-links.js';
import type { SearchedColumn, SearchedTable } from './searched-tables.js';
import type { Value } from './texts.js';

const columnSql = ({ name, kind }: SearchedColumn): string =>
  kind === 'text' || kind === 'lexemes' || kind === 'other' ? `t."${name}"::text` : `t."${name}"`;

const searchedSql = ({ name, kind, isNullable }: SearchedColumn): string => {
  const or = (sql: string): string => (isNullable ? `coalesce(${sql}, '')` : sql);
  if (kind === 'text') return or(`t."${name}"::text`);
  if (kind === 'list')
    return `CASE WHEN t."${name}" = '{}' THEN '' ELSE coalesce(array_to_string(t."${name}", E'\\n'), '') END`;
  if (kind === 'json') return or(`t."${name}"::jsonb::text`);
  return or(`t."${name}"::text`);
};

/** All the texts of a row as one, to be matched with a wide pattern. */
export const allTexts = (columns: SearchedColumn[]): string =>
  columns.map(searchedSql).join(` || E'\\n' || `);

/** The key of a row as texts. Without a primary key: where the row lies, which holds while the transaction lasts. */
export const keyOf = ({ key }: Pick<SearchedTable, 'key'>): string =>
  `ARRAY[${(key.length > 0 ? key.map((column) => `t."${column}"`) : ['t.ctid']).map((column) => `${column}::text`).join(', ')}]`;

/** A row as it is read: its key, whom it is about, and its texts. */
export type Row = RowLinks & { key: string[] } & Record<`value${number}`, Value>;

export const selected = (table: SearchedTable, where: string): string => `
  SELECT ${keyOf(table)} AS key, json_build_array(${peopleOf(table)}) -> 0 AS people, json_build_array(${companiesOf(table)}) -> 0 AS companies,
    ${table.searched.map((column, i) => `${columnSql(column)} AS "value${i}"`).join(', ')}
  FROM ${table.sql} t WHERE ${where}`;

/** `about`: those alone that are about somebody of these. */
export function withKeys(
  tx: EntityManager,
  table: SearchedTable,
  keys: string[][],
  about?: RowLinks,
): Promise<Row[]> {
  const parameters = [JSON.stringify(keys), ...(about ? [about.people, about.companies] : [])];
  const where = about ? `${isAmong(table)} AND ${isAbout(table, '$2', '$3')}` : isAmong(table);
  return tx.query<Row[]>(selected(table, where), parameters);
}

/** Is a row's key one of those in the JSON array $1? */
function isAmong({ key, keyTypes }: SearchedTable): string {
  const columns = key.length > 0 ? key.map((name) => `t."${name}"`) : ['t.ctid'];
  const values = columns.map((_, i) => `(k ->> ${i})::${keyTypes[i] ?? 'tid'}`);
  return `(${columns.join(', ')}) IN (SELECT ${values.join(', ')} FROM jsonb_array_elements($1::jsonb) AS k)`;
}
