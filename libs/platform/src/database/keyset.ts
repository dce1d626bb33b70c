import { countLimit, InvalidInput, type Page, type PageRequest } from '@seloste/kernel';
import type { ListReader, Reader } from './database.js';

/** An SQL expression to sort by and its type, for example `c.sort_name` as `text`. A nullable one must be coalesced. */
export interface KeysetKey {
  sql: string;
  type: 'text' | 'uuid' | 'timestamptz' | 'date' | 'integer';
}

/** One sort order of a list: the expressions that make up its key, last one unique, all in the same direction. */
export interface KeysetSort {
  keys: KeysetKey[];
  descending: boolean;
}

/**
 * The order that `name` or `-name` asks for, out of those that a list knows; `unique` makes it total.
 * @throws InvalidInput for an order that the list does not know
 */
export function sortOf(sort: string, orders: Record<string, KeysetKey>, unique: KeysetKey): KeysetSort {
  const key = new Map(Object.entries(orders)).get(sort.replace(/^-/, ''));
  if (!key) throw InvalidInput.of('sort', 'sort', 'must be an order that the list knows');
  return { keys: [key, unique], descending: sort.startsWith('-') };
}

/** The pieces of a list query. `where` refers to `parameters` as `$1…`. */
export interface KeysetQuery {
  /** Columns and the FROM clause with the joins that the page needs. */
  select: string;
  from: string;
  /** A narrower FROM for counting, when the page's joins don't change the number of rows. */
  countFrom?: string;
  where: string[];
  parameters: unknown[];
  /** Those of `parameters` that `where` refers to, the first ones, when `select` refers to more. */
  countParameters?: unknown[];
  sort: KeysetSort;
}

/**
 * Reads one page by keyset: costs grow with the page, not with the register, and a page stays right while rows are
 * added before it. `total` is counted up to `countLimit`, on the first page only.
 * @throws InvalidInput for a cursor that this list, in this order, did not give out
 */
export async function readPage<Row extends { cursor_key: string[] }>(
  reader: ListReader,
  query: KeysetQuery,
  request: PageRequest,
): Promise<Page<Row>> {
  const parameters = [...query.parameters];
  const where = [...query.where];
  const { keys, descending } = query.sort;
  const order = orderOf(query);
  if (request.cursor !== undefined) {
    const values = reader.cursors.open(request.cursor, placeOf(query));
    const placeholders = keys.map((key, i) => `$${parameters.push(values[i])}::${key.type}`);
    where.push(
      `(${keys.map((k) => k.sql).join(', ')}) ${descending ? '<' : '>'} (${placeholders.join(', ')})`,
    );
  }
  const cursorKey = `ARRAY[${keys.map((k) => `(${k.sql})::text`).join(', ')}] AS cursor_key`;
  const rows = await reader.read<Row>(
    `SELECT ${query.select}, ${cursorKey} FROM ${query.from}${whereClause(where)} ORDER BY ${order} LIMIT $${parameters.push(request.limit + 1)}`,
    parameters,
  );
  const items = rows.slice(0, request.limit);
  const last = items.at(-1);
  const nextCursor =
    rows.length > request.limit && last ? reader.cursors.seal(last.cursor_key, placeOf(query)) : null;
  const total = (): Promise<number | null> | number | null => {
    if (request.cursor !== undefined || request.isUncounted) return null;
    return nextCursor === null ? items.length : count(reader, query);
  };
  return { items, nextCursor, total: await total() };
}

const orderOf = ({ sort: { keys, descending } }: KeysetQuery): string =>
  keys.map((k) => `${k.sql} ${descending ? 'DESC' : 'ASC'}`).join(', ');

/** What a cursor is good for. */
const placeOf = (query: KeysetQuery): string => `${query.from} ${orderOf(query)}`;

/** Batches grow from the first of these sizes to the last: few keep a page short, many make it long. */
const batchSizes = [200, 1_000, 5_000, 20_000];

/**
 * Reads one page of those rows that `keep` lets stay, where SQL cannot say it row by row: it is asked of growing batches
 * until the page is full. Rows should be narrow. `total` is known where the whole list is on the first page.
 * @throws as {@link readPage}
 */
export async function readKeptPage<Row extends { cursor_key: string[] }>(
  reader: ListReader,
  { keep, ...query }: KeysetQuery & { keep: (rows: Row[]) => Promise<Row[]> },
  request: PageRequest,
): Promise<Page<Row>> {
  const kept: Row[] = [];
  let cursor: string | null | undefined = request.cursor;
  for (let n = 0; cursor !== null && kept.length <= request.limit; n++) {
    const limit = batchSizes[Math.min(n, batchSizes.length - 1)] ?? request.limit;
    const batch: Page<Row> = await readPage<Row>(reader, query, { limit, cursor, isUncounted: true });
    kept.push(...(await keep(batch.items)));
    cursor = batch.nextCursor;
  }
  const items = kept.slice(0, request.limit);
  const last = items.at(-1);
  if (kept.length > request.limit && last)
    return { items, nextCursor: reader.cursors.seal(last.cursor_key, placeOf(query)), total: null };
  return { items, nextCursor: null, total: request.cursor === undefined ? items.length : null };
}

const whereClause = (where: string[]): string => (where.length > 0 ? ` WHERE ${where.join(' AND ')}` : '');

/** How many rows the whole list has; null above the limit. */
async function count(reader: Reader, query: KeysetQuery): Promise<number | null> {
  const [row] = await reader.read<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM ${query.countFrom ?? query.from}${whereClause(query.where)} LIMIT ${countLimit + 1}) AS counted`,
    query.countParameters ?? query.parameters,
  );
  return row && row.n <= countLimit ? row.n : null;
}
