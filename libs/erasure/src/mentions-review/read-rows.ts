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

/** Which rows of a table: SQL on `t` with its parameters. */
export interface RowChoice {
  where: string;
  parameters: unknown[];
  /** Is an index asked? Else the table is read as a whole, which PostgreSQL does in parallel where no cursor is in its way. */
  isIndexed?: boolean;
}

type Row = RowLinks & { key: string[] } & Record<`value${number}`, Value>;

const selected = (table: SearchedTable, where: string): string => `
  SELECT ${keyOf(table)} AS key, json_build_array(${peopleOf(table)}) -> 0 AS people, json_build_array(${companiesOf(table)}) -> 0 AS companies,
    ${table.searched.map((column, i) => `${columnSql(column)} AS "value${i}"`).join(', ')}
  FROM ${table.sql} t WHERE ${where}`;

/** So many keys are held at once; more are read with a cursor. */
const mostKeys = 20_000;
const batchSize = 500;

/** The rows, a batch at a time, with whom they are about. */
export async function* readRows(
  tx: EntityManager,
  table: SearchedTable,
  choice: RowChoice,
): AsyncGenerator<CandidateRow[]> {
  for await (const rows of rowsOf(tx, table, choice))
    yield rows.map((row) => ({
      ...{ key: row.key, people: row.people, companies: row.companies },
      values: table.searched.map((_, i) => row[`value${i}`]),
    }));
}

async function* rowsOf(
  tx: EntityManager,
  table: SearchedTable,
  { where, parameters, isIndexed = false }: RowChoice,
): AsyncGenerator<Row[]> {
  const keys = isIndexed
    ? null
    : await tx.query<{ key: string[] }[]>(
        `SELECT ${keyOf(table)} AS key FROM ${table.sql} t WHERE ${where} LIMIT ${mostKeys + 1}`,
        parameters,
      );
  if (keys === null || keys.length > mostKeys) {
    yield* stream<Row>(tx, selected(table, where), parameters);
    return;
  }
  for (let at = 0; at < keys.length; at += batchSize)
    yield await tx.query<Row[]>(selected(table, isAmong(table)), [
      JSON.stringify(keys.slice(at, at + batchSize).map(({ key }) => key)),
    ]);
}

/** Is a row's key one of those in the JSON array $1? */
function isAmong({ key, keyTypes }: SearchedTable): string {
  const columns = key.length > 0 ? key.map((name) => `t."${name}"`) : ['t.ctid'];
  const values = columns.map((_, i) => `(k ->> ${i})::${keyTypes[i] ?? 'tid'}`);
  return `(${columns.join(', ')}) IN (SELECT ${values.join(', ')} FROM jsonb_array_elements($1::jsonb) AS k)`;
}

/** Everything that a row says, to tell for whom it is to be read. */
export const textOf = (table: SearchedTable, row: CandidateRow): string =>
  table.searched.flatMap(({ kind }, i) => textsIn(row.values[i], kind).map(({ text }) => text)).join('\n');

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
