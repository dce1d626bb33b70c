import type { EntityManager } from 'typeorm';

/** Whose latest interaction may have changed. */
export interface Touched {
  contactIds: string[];
  companyIds: string[];
}

/** Brings `lastInteractionAt` of people and companies up to date with their interactions, in the caller's transaction. */
export async function refreshLastInteraction(
  tx: EntityManager,
  { contactIds, companyIds }: Touched,
): Promise<void> {
  if (contactIds.length > 0)
    await tx.query(
      `UPDATE contacts c SET last_interaction_at =
         (SELECT max(p.occurred_at) FROM interaction_participants p WHERE p.contact_id = c.id) WHERE c.id = ANY($1)`,
      [[...contactIds].sort()],
    );
  if (companyIds.length > 0)
    await tx.query(
      `UPDATE companies c SET last_interaction_at =
         (SELECT max(i.occurred_at) FROM interactions i WHERE i.company_id = c.id) WHERE c.id = ANY($1)`,
      [[...companyIds].sort()],
    );
}
