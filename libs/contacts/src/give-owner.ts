import { readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';

/**
 * Makes a user the owner of a person whom nobody owns; whoever has one keeps theirs. The record of the act is the
 * caller's.
 * @returns whether it was done
 */
export async function giveOwner(
  tx: EntityManager,
  { contactId, ownerId, at }: { contactId: string; ownerId: string; at: Date },
): Promise<boolean> {
  const given = await readerOf(tx).read(
    `WITH given AS (
       UPDATE contacts SET owner_id = $2, version = version + 1, updated_at = $3 WHERE id = $1 AND owner_id IS NULL RETURNING 1
     ) SELECT 1 FROM given`,
    [contactId, ownerId, at],
  );
  return given.length > 0;
}
