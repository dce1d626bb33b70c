import type { PageRequest } from '@seloste/kernel';
import type { ListReader } from '@seloste/platform';

/** Rows that are read at least and at most at a time while a page is filled. */
const [fewest, most] = [100, 4_000];

/** A row that says where the list goes on after it. */
export interface Keyed {
  key: string[];
}

/** A list of which only some rows are kept, in an order of its own. */
export interface Walk<Row extends Keyed> {
  /** Tells its cursors from those of other lists. */
  name: string;
  /** The next rows after a key; fewer than `limit` at the end. */
  read(after: string[] | null, limit: number): Promise<Row[]>;
  keeps(row: Row): boolean;
}

/**
 * One page of the rows that are kept: as many are read as it takes to fill it.
 * @throws InvalidInput for a cursor of another list
 */
export async function fillPage<Row extends Keyed>(
  { cursors }: Pick<ListReader, 'cursors'>,
  { limit, cursor }: PageRequest,
  walk: Walk<Row>,
): Promise<{ items: Row[]; nextCursor: string | null }> {
  const items: Row[] = [];
  let after = cursor === undefined ? null : cursors.open(cursor, walk.name);
  for (let size = Math.max(limit + 1, fewest); ; size = Math.min(size * 4, most)) {
    const rows = await walk.read(after, size);
    for (const row of rows.filter((read) => walk.keeps(read))) {
      const last = items.at(-1);
      if (items.length === limit && last) return { items, nextCursor: cursors.seal(last.key, walk.name) };
      items.push(row);
    }
    const last = rows.at(-1);
    if (rows.length < size || !last) return { items, nextCursor: null };
    after = last.key;
  }
}
