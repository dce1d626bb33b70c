import type { EntityManager } from 'typeorm';

/** Whose latest interaction may have changed. */
export interface Touched {
  contactIds: string[];
  companyIds: string[];
}

/** Queues up for the records, each process in the same order. The next statement sees what those before it committed. */
const lock = (table: 'contacts' | 'companies'): string =>
  `SELECT id FROM ${table} WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE`;

/**
 * Brings `lastInteractionAt` of people and companies up to date with their interactions, in the caller's transaction.
 * The rows are held first: of two simultaneous interactions each would count without the other, and the earlier could win.
 */
export async function refreshLastInteraction(
  tx: EntityManager,
  { contactIds, companyIds }: Touched,
): Promise<void> {
  if (contactIds.length > 0) {
    await tx.query(lock('contacts'), [contactIds]);
    await tx.query(
      `UPDATE contacts c SET last_interaction_at =
         (SELECT max(p.occurred_at) FROM interaction_participants p WHERE p.contact_id = c.id) WHERE c.id = ANY($1)`,
      [contactIds],
    );
  }
  if (companyIds.length > 0) {
    await tx.query(lock('companies'), [companyIds]);
    await tx.query(
      `UPDATE companies c SET last_interaction_at =
         (SELECT max(i.occurred_at) FROM interactions i WHERE i.company_id = c.id) WHERE c.id = ANY($1)`,
      [companyIds],
    );
  }
}
