import { readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';

/**
 * Makes at most `most` of the companies that one user owns another's, those that row-level security hides included, in the
 * order of their ids from `after` on.
 * @returns how many, and the last one's id for the next call; null when none are left
 */
export async function handOverCompanies(
  tx: EntityManager,
  { from, to, most, at, after }: { from: string; to: string; most: number; at: Date; after: string },
): Promise<{ moved: number; last: string } | null> {
  const [row] = await readerOf(tx).read<{ moved: number; after: string | null }>(
    'SELECT moved, after FROM hand_over_companies($1, $2, $3, $4, $5)',
    [from, to, most, at, after],
  );
  return row?.after ? { moved: row.moved, last: row.after } : null;
}
