import type { EntityManager } from 'typeorm';
import type { Mention } from '@seloste/mentions';
import type { Judge, Relation, RowLinks } from './judge.js';
import { companiesOf, peopleOf } from './row-links.js';
import { isTheirs, type SearchedColumn, type SearchedTable } from './searched-tables.js';
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

/** Which rows of a table. */
export type RowChoice =
  /** SQL on `t`, for which the table is read as a whole. */
  | { where: string; parameters: unknown[] }
  /** A query of `id`s, which indexes answer. */
  | { ids: string; parameters: unknown[] }
  /** The texts of every row are read, and those rows chosen of which this says so. */
  | { mayName: (text: string) => boolean };

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

async function* rowsOf(tx: EntityManager, table: SearchedTable, choice: RowChoice): AsyncGenerator<Row[]> {
  if ('mayName' in choice) {
    for await (const keys of keysOfTexts(tx, table, choice.mayName)) yield await withKeys(tx, table, keys);
    return;
  }
  const keys = await tx.query<{ key: string[] }[]>(...keysQuery(table, choice));
  if ('where' in choice && keys.length > mostKeys) {
    yield* stream<Row>(tx, selected(table, choice.where), choice.parameters);
    return;
  }
  for (let at = 0; at < keys.length; at += batchSize)
    yield await withKeys(
      tx,
      table,
      keys.slice(at, at + batchSize).map(({ key }) => key),
    );
}

/** PostgreSQL reads a whole table in parallel where no cursor is in its way. */
function keysQuery(
  table: SearchedTable,
  choice: Exclude<RowChoice, { mayName: unknown }>,
): [sql: string, parameters: unknown[]] {
  if ('ids' in choice)
    return [`SELECT ARRAY[id::text] AS key FROM (${choice.ids}) AS chosen (id)`, choice.parameters];
  const sql = `SELECT ${keyOf(table)} AS key FROM ${table.sql} t WHERE ${choice.where} LIMIT ${mostKeys + 1}`;
  return [sql, choice.parameters];
}

/** Of what many rows say alike, so much is remembered. */
const remembered = 10_000;

async function* keysOfTexts(
  tx: EntityManager,
  table: SearchedTable,
  mayName: (text: string) => boolean,
): AsyncGenerator<string[][]> {
  const known = new Map<string, boolean>();
  const texts = table.searched.filter((column) => column.kind !== 'bytes' && !isTheirs(table, column));
  const sql = `SELECT ${keyOf(table)} AS key, ${allTexts(texts)} AS text FROM ${table.sql} t`;
  for await (const rows of stream<{ key: string[]; text: string }>(tx, sql)) {
    const keys = rows.flatMap(({ key, text }) => {
      let may = known.get(text);
      if (may === undefined) {
        may = mayName(text);
        if (known.size < remembered) known.set(text, may);
      }
      return may ? [key] : [];
    });
    if (keys.length > 0) yield keys;
  }
}

const withKeys = (tx: EntityManager, table: SearchedTable, keys: string[][]): Promise<Row[]> =>
  tx.query<Row[]>(selected(table, isAmong(table)), [JSON.stringify(keys)]);

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
