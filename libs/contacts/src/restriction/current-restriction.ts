import { NotFound } from '@seloste/kernel';
import { IsNull, type EntityManager } from 'typeorm';
import { Restriction } from './restriction.entity.js';

/**
 * Nobody else changes a restriction, brings people in or gives them new marks until the transaction ends; taken before
 * any row, so that no two wait for each other.
 */
export async function holdRestrictionsAlone(tx: EntityManager): Promise<void> {
  await tx.query('SELECT hold_restrictions_alone()');
}

/** The person's restriction as it stands; null where there is none. For transactions that act as privacy officer. */
export const findCurrent = (tx: EntityManager, contactId: string): Promise<Restriction | null> =>
  tx.findOneBy(Restriction, { contactId, liftedAt: IsNull() });

/** The erasure of the person `contact` (SQL) has begun, and waits for a hold to end. */
export const heldErasure = (contact: string): string =>
  `EXISTS (SELECT FROM erasures e WHERE e.contact_id = ${contact} AND e.status = 'held')`;

/** Their erasure has begun, and waits for a hold to end: nobody lifts the restriction before. */
export async function isHeldBack(tx: EntityManager, contactId: string): Promise<boolean> {
  const [row] = await tx.query<{ held: boolean }[]>(`SELECT ${heldErasure('$1')} AS held`, [contactId]);
  return row?.held ?? false;
}

/** @throws NotFound */
export async function getCurrent(tx: EntityManager, contactId: string): Promise<Restriction> {
  const restriction = await findCurrent(tx, contactId);
  if (!restriction) throw new NotFound('restriction');
  return restriction;
}
