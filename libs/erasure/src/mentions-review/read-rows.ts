import type { EntityManager } from 'typeorm';
import type { Mention } from '@seloste/mentions';
import type { Judge, Relation, RowLinks } from './judge.js';
import { companiesOf, peopleOf } from './row-links.js';
import type { SearchedColumn, SearchedTable } from './searched-tables.js';
import { stream } from './stream.js';
import { textsIn, type Leaf, type Value } from './texts.js';

/** A row that may name the person. */
export interface CandidateRow extends RowLinks {
  key: string[];
  values: Value[];
}

/** A text in which the person is named, and where it stands. */
export interface FoundText {
  table: SearchedTable;
  column: SearchedColumn;
  key: string[];
  path: string | null;
  text: string;
  mentions: Mention[];
  links: RowLinks;
  relation: Relation;
}

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

/** SQL of the rows of a table that hold a condition. */
export const rowsWhere = (table: SearchedTable, condition: string): string => `
  SELECT ${keyOf(table)} AS key, json_build_array(${peopleOf(table)}) -> 0 AS people, json_build_array(${companiesOf(table)}) -> 0 AS companies,
    ${table.searched.map((column, i) => `${columnSql(column)} AS "value${i}"`).join(', ')}
  FROM ${table.sql} t WHERE ${condition}`;

type Row = RowLinks & { key: string[] } & Record<`value${number}`, Value>;

/** Rows of a query of {@link rowsWhere}, a batch at a time, as they were when it began. */
export async function* readRows(
  tx: EntityManager,
  table: SearchedTable,
  { sql, parameters }: { sql: string; parameters: unknown[] },
): AsyncGenerator<CandidateRow[]> {
  for await (const rows of stream<Row>(tx, sql, parameters))
    yield rows.map((row) => ({
      ...{ key: row.key, people: row.people, companies: row.companies },
      values: table.searched.map((_, i) => row[`value${i}`]),
    }));
}

/** Where the person is named in a row. What says who somebody else is, is theirs. */
export function mentionsIn(judge: Judge, table: SearchedTable, row: CandidateRow): FoundText[] {
  const relation = judge.relationOf(row);
  const isOthers = relation !== 'own' && row.people.length > 0;
  const leaves = table.searched.flatMap((column, i): (Leaf & { column: SearchedColumn })[] =>
    column.isIdentity && isOthers
      ? []
      : textsIn(row.values[i], column.kind).map((leaf) => ({ ...leaf, column })),
  );
  const found = judge.read(
    leaves.map(({ text }) => text),
    row,
  );
  return leaves.flatMap(({ column, path, text }, i): FoundText[] => {
    const mentions =
      table.isOfCompanies && column.isIdentity ? asOfCompany(found[i] ?? [], relation) : (found[i] ?? []);
    if (mentions.length === 0) return [];
    return [
      {
        table,
        column,
        key: row.key,
        path,
        text,
        mentions,
        links: { people: row.people, companies: row.companies },
        relation,
      },
    ];
  });
}

/** The mentions in one text, whoever wrote it meanwhile. */
export function mentionsAt(
  judge: Judge,
  { table, column }: Pick<FoundText, 'table' | 'column'>,
  text: string,
  links: RowLinks,
): Mention[] {
  const mentions = judge.read([text], links, column.kind !== 'bytes')[0] ?? [];
  return table.isOfCompanies && column.isIdentity ? asOfCompany(mentions, judge.relationOf(links)) : mentions;
}

/**
 * A company may be called as somebody who works there is: Virtasen Paja Oy. Only the whole name is surely the person's,
 * and where they never worked, a part of it is not theirs at all.
 */
function asOfCompany(mentions: Mention[], relation: Relation): Mention[] {
  const isPart = ({ kind }: Mention) => kind === 'last_name' || kind === 'first_name';
  if (relation !== 'close') return mentions.filter((mention) => !isPart(mention));
  return mentions.map((mention) => (isPart(mention) ? { ...mention, certainty: 'doubtful' } : mention));
}
