import type { EntityManager } from 'typeorm';
import type { Database } from './database.js';

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
  retentionRun: 7_356_798,
  /** The first of two numbers; the second is the company's. */
  erasingAtCompany: 7_356_799,
  /** Taken inside PostgreSQL, by `hold_restrictions()` and `hold_restrictions_alone()`. */
  restrictions: 7_356_796,
} as const;

/** Waits until nobody else holds the lock, and holds it until the transaction ends. */
export async function holdLock(tx: EntityManager, lock: keyof typeof locks): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [locks[lock]]);
}

/**
 * Does the work while holding the lock on a connection of its own, which a process that dies gives up at once.
 * @returns false, and nothing was done, where somebody else holds it
 */
export async function whileLocked(
  database: Database,
  lock: keyof typeof locks,
  work: () => Promise<void>,
): Promise<boolean> {
  const client = await database.pool.connect();
  const lost = (): undefined => undefined; // whoever works finds out by the rows they hold
  client.on('error', lost);
  try {
    const sql = 'SELECT pg_try_advisory_lock($1) AS held';
    const { rows } = await client.query<{ held: boolean }>(sql, [locks[lock]]);
    if (!rows[0]?.held) return false;
    try {
      await work();
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [locks[lock]]).catch(lost);
    }
    return true;
  } finally {
    client.off('error', lost);
    client.release();
  }
}
