import type { EntityManager } from 'typeorm';
import { LastAdmin } from '../identity.errors.js';

const adminLock = 7_356_784;

/** Whoever may take an administrator away queues up here, so that two cannot take the last two at once. */
export async function lockAdmins(tx: EntityManager): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [adminLock]);
}

/** @throws LastAdmin when the transaction would leave nobody who can manage users. */
export async function assertAnAdminIsLeft(tx: EntityManager): Promise<void> {
  const admins = await tx.query<unknown[]>(
    `SELECT 1 FROM role_grants g JOIN users u ON u.id = g.user_id
     WHERE g.role = 'admin' AND g.ended_at IS NULL AND u.deactivated_at IS NULL LIMIT 1`,
  );
  if (admins.length === 0) throw new LastAdmin();
}
