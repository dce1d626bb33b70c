import { countLimit, InvalidInput, type Page, type PageRequest } from '@seloste/kernel';
import type { ListReader, Reader } from './database.js';

/** An SQL expression to sort by and its type, for example `c.sort_name` as `text`. A nullable one must be coalesced. */
export interface KeysetKey {
  sql: string;
  type: 'text' | 'uuid' | 'timestamptz' | 'integer';
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
  const order = keys.map((k) => `${k.sql} ${descending ? 'DESC' : 'ASC'}`).join(', ');
  if (request.cursor !== undefined) {
    const values = reader.cursors.open(request.cursor, `${query.from} ${order}`);
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
    rows.length > request.limit && last
      ? reader.cursors.seal(last.cursor_key, `${query.from} ${order}`)
      : null;
  const total = (): Promise<number | null> | number | null => {
    if (request.cursor !== undefined || request.isUncounted) return null;
    return nextCursor === null ? items.length : count(reader, query);
  };
  return { items, nextCursor, total: await total() };
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
