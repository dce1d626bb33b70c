import { readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';

/**
 * Makes at most `most` of the contacts that one user owns another's, those that row-level security hides included, in the
 * order of their ids from `after` on.
 * @returns how many and which people of those whom row-level security does not hide, and the last one's id for the next
 * call; null when none are left
 */
export async function handOverContacts(
  tx: EntityManager,
  { from, to, most, at, after }: { from: string; to: string; most: number; at: Date; after: string },
): Promise<{ moved: number; people: string[]; last: string } | null> {
  const reader = readerOf(tx);
  const [batch] = await reader.read<{ last: string | null }>(
    'SELECT after AS last FROM hand_over_contacts($1, $2, $3, $4, $5)',
    [from, to, most, at, after],
  );
  if (!batch?.last) return null;
  // What this very transaction has written, as far as anybody sees it.
  const moved = await reader.read<{ id: string }>(
    'SELECT id FROM contacts WHERE owner_id = $1 AND id > $2 AND id <= $3 AND xmin = pg_current_xact_id()::xid',
    [to, after, batch.last],
  );
  return { moved: moved.length, people: moved.map(({ id }) => id), last: batch.last };
}
