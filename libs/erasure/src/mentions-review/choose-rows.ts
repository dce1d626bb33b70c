import type { EntityManager } from 'typeorm';
import type { Crowd, Reach } from './crowd.js';
import { markOf, readingOf, saidIn, type Said } from './repeated-texts.js';
import { isAbout } from './row-links.js';
import { allTexts, keyOf, selected, withKeys, type Row } from './row-sql.js';
import { isTheirs, type SearchedColumn, type SearchedTable } from './searched-tables.js';
import { stream } from './stream.js';

/** SQL on the row `t`; `isIndexed`: an index of words answers it. */
interface Where {
  where: string;
  parameters: unknown[];
  isIndexed?: boolean;
}

/**
 * Which rows of a table. By the pattern of one person, or for a crowd, every text of every row is read: what many rows
 * say alike once for all of them. `or`: these rows as well, SQL on `t`.
 */
export type RowChoice =
  | Where
  /** A query of `id`s, which indexes answer. */
  | { ids: string; parameters: unknown[] }
  | { pattern: string; or?: Where | undefined }
  | { crowd: Crowd; or?: Where | undefined };

/** So many keys are held at once; more are read with a cursor. */
const mostKeys = 20_000;
const batchSize = 500;

/** The rows that are chosen, a batch at a time, each once. */
export async function* rowsOf(
  tx: EntityManager,
  table: SearchedTable,
  choice: RowChoice,
): AsyncGenerator<Row[]> {
  if ('crowd' in choice) {
    yield* rowsForMany(tx, table, choice);
    return;
  }
  const chosen = 'pattern' in choice ? await byPattern(tx, table, choice) : choice;
  if (chosen === null) return;
  const read = () => ('ids' in chosen ? keysOf(tx, chosen) : keysAnywhere(tx, table, chosen));
  const keys = await ('ids' in chosen || chosen.isIndexed ? byIndex(tx, read) : read());
  if ('where' in chosen && keys.length > mostKeys) {
    yield* stream<Row>(tx, selected(table, chosen.where), chosen.parameters);
    return;
  }
  for (let at = 0; at < keys.length; at += batchSize)
    yield await withKeys(
      tx,
      table,
      keys.slice(at, at + batchSize).map(({ key }) => key),
    );
}

const byIndexAlone = (is: 'on' | 'off'): string =>
  `SELECT set_config('enable_seqscan', '${is}', true), set_config('enable_indexscan', '${is}', true)`;

/**
 * PostgreSQL does not know how rare the beginnings of words are: with a limit it would rather walk through millions of
 * entries, by the table or by their key. Indexes of words answer as bitmaps, and those of keys alone.
 */
export async function byIndex<T>(tx: EntityManager, read: () => Promise<T>): Promise<T> {
  await tx.query(byIndexAlone('off'));
  const result = await read();
  await tx.query(byIndexAlone('on'));
  return result;
}

const keysOf = (
  tx: EntityManager,
  { ids, parameters }: { ids: string; parameters: unknown[] },
): Promise<{ key: string[] }[]> =>
  tx.query(`SELECT ARRAY[id::text] AS key FROM (${ids}) AS chosen (id)`, parameters);

/** PostgreSQL reads a whole table in parallel where no cursor is in its way. */
function keysAnywhere(
  tx: EntityManager,
  table: SearchedTable,
  { where, parameters }: Where,
): Promise<{ key: string[] }[]> {
  return tx.query<{ key: string[] }[]>(
    `SELECT ${keyOf(table)} AS key FROM ${table.sql} t WHERE ${where} LIMIT ${mostKeys + 1}`,
    parameters,
  );
}

/** Columns of words, not of bytes; none that a constraint keeps to a fixed list, or that says who somebody else is. */
const wordColumns = (table: SearchedTable): SearchedColumn[] =>
  table.searched.filter((column) => column.kind !== 'bytes' && !column.isFixed && !isTheirs(table, column));

/** Null where no row can be meant. */
async function byPattern(
  tx: EntityManager,
  table: SearchedTable,
  { pattern, or }: Extract<RowChoice, { pattern: string }>,
): Promise<Where | null> {
  const reading = await readingOf(tx, table, wordColumns(table));
  const columns = reading.repeated;
  const said = await saidIn(tx, table, { columns, pattern });
  const various = said === null ? wordColumns(table) : reading.various;
  const parameters = [...(or?.parameters ?? [])];
  const conditions = or ? [or.where] : [];
  if (various.length > 0) conditions.push(`${allTexts(various)} ~ $${parameters.push(pattern)}`);
  if (said && said.length > 0)
    conditions.push(`${markOf(columns)} = ANY ($${parameters.push(said.map(({ mark }) => mark))}::bigint[])`);
  return conditions.length === 0 ? null : { where: conditions.join(' OR '), parameters };
}

async function* rowsForMany(
  tx: EntityManager,
  table: SearchedTable,
  { crowd, or }: Extract<RowChoice, { crowd: Crowd }>,
): AsyncGenerator<Row[]> {
  const reading = await readingOf(tx, table, wordColumns(table));
  const said = await saidIn(tx, table, { columns: reading.repeated });
  const various = said === null ? wordColumns(table) : reading.various;
  const had = new Set<string>();
  const isNew = ({ key }: Row): boolean => !had.has(key.join(' '));
  const chosen = sayingSo(table, reading.repeated, { said: said ?? [], crowd, or });
  if (chosen)
    for await (const rows of rowsOf(tx, table, chosen)) {
      if (various.length > 0) for (const { key } of rows) had.add(key.join(' '));
      yield rows;
    }
  if (various.length === 0) return;
  for await (const { anywhere, near } of keysOfTexts(tx, table, { columns: various, crowd })) {
    if (anywhere.length > 0) yield (await withKeys(tx, table, anywhere)).filter(isNew);
    if (near.length > 0) yield (await withKeys(tx, table, near, crowd.near)).filter(isNew);
  }
}

/** The rows that say something in which somebody is named; half named, where they are about them. */
function sayingSo(
  table: SearchedTable,
  columns: SearchedColumn[],
  { said, crowd, or }: { said: Said[]; crowd: Crowd; or: Where | undefined },
): Where | null {
  const marks: Record<Reach, string[]> = { anywhere: [], near: [], nowhere: [] };
  for (const { text, mark } of said) marks[crowd.reachOf(text)].push(mark);
  const parameters = [...(or?.parameters ?? [])];
  const says = (some: string[]) => `${markOf(columns)} = ANY ($${parameters.push(some)}::bigint[])`;
  const conditions = or ? [or.where] : [];
  if (marks.anywhere.length > 0) conditions.push(says(marks.anywhere));
  if (marks.near.length > 0) {
    const { people, companies } = crowd.near;
    const half = says(marks.near);
    const about = isAbout(table, `$${parameters.push(people)}`, `$${parameters.push(companies)}`);
    conditions.push(`(${half} AND ${about})`);
  }
  return conditions.length === 0 ? null : { where: conditions.join(' OR '), parameters };
}

/** Of what many rows say alike, so much is remembered. */
const remembered = 10_000;

async function* keysOfTexts(
  tx: EntityManager,
  table: SearchedTable,
  { columns, crowd }: { columns: SearchedColumn[]; crowd: Crowd },
): AsyncGenerator<Record<'anywhere' | 'near', string[][]>> {
  const known = new Map<string, Reach>();
  const sql = `SELECT ${keyOf(table)} AS key, ${allTexts(columns)} AS text FROM ${table.sql} t`;
  for await (const rows of stream<{ key: string[]; text: string }>(tx, sql)) {
    const keys: Record<'anywhere' | 'near', string[][]> = { anywhere: [], near: [] };
    for (const { key, text } of rows) {
      const reach = known.get(text) ?? crowd.reachOf(text);
      if (known.size < remembered) known.set(text, reach);
      if (reach !== 'nowhere') keys[reach].push(key);
    }
    yield keys;
  }
}
