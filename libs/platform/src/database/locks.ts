import type { EntityManager } from 'typeorm';

/**
 * The numbers of advisory locks, one for each thing that goes on once at a time in all processes. They stand in one list
 * so that no two things wait for each other by chance.
 */
export const locks = {
  migration: 7_356_783,
  auditChain: 7_356_784,
  administrators: 7_356_785,
  undertakingPublication: 7_356_786,
  accessReviewOpening: 7_356_787,
  importWriting: 7_356_790,
  dkimKey: 7_356_797,
  /** Taken inside PostgreSQL, by `hold_restrictions()` and `hold_restrictions_alone()`. */
  restrictions: 7_356_796,
} as const;

/** Waits until nobody else holds the lock, and holds it until the transaction ends. */
export async function holdLock(tx: EntityManager, lock: keyof typeof locks): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [locks[lock]]);
}
