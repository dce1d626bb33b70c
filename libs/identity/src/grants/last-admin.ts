import { holdLock } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { LastAdmin } from './grants.errors.js';

/** Whoever may take an administrator away queues up here, so that two cannot take the last two at once. */
export const lockAdmins = (tx: EntityManager): Promise<void> => holdLock(tx, 'administrators');

/** Administrators whose grant has begun and has no end: on dated ones nobody can rely. Takes the time as `$1`. */
const lastingAdmins = `
  SELECT 1 FROM role_grants g JOIN users u ON u.id = g.user_id
  WHERE g.role = 'admin' AND g.ended_at IS NULL AND g.starts_at <= $1 AND g.ends_at IS NULL AND u.deactivated_at IS NULL`;

/** @throws LastAdmin when the transaction would leave nobody who can manage users, now or when a dated grant lapses. */
export async function assertAnAdminIsLeft(tx: EntityManager, at: Date): Promise<void> {
  const admins = await tx.query<unknown[]>(`${lastingAdmins} LIMIT 1`, [at]);
  if (admins.length === 0) throw new LastAdmin();
}

/** Would nobody be left who can manage users if this grant ended? */
export async function isLastAdmin(tx: EntityManager, grantId: string, at: Date): Promise<boolean> {
  const others = await tx.query<unknown[]>(`${lastingAdmins} AND g.id <> $2 LIMIT 1`, [at, grantId]);
  return others.length === 0;
}
