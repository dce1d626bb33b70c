import type { AuditEntry } from '@seloste/audit';
import { actingUserId, newId, type RequestContext, type Role } from '@seloste/kernel';
import { IsNull, MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { UserKind } from '../users/user.entity.js';
import { assertEnd, latestOutsideEnd } from './grant-end.js';
import { grantReasons } from './grant-reasons.js';
import { RoleGrant } from './role-grant.entity.js';

/** Whose roles change. */
export interface RoleHolder {
  id: string;
  kind: UserKind;
}

export interface RoleChange {
  user: RoleHolder;
  wanted: readonly Role[];
  at: Date;
  reason: string;
  /** When grants that begin now end by themselves; null: when somebody ends them. */
  endsAt?: Date | null;
  /** The duty changed: what is held ends too, and what is wanted begins anew. */
  startsAnew?: boolean;
}

/** A grant that is to be made. */
export interface NewGrant {
  user: RoleHolder;
  role: Role;
  reason: string;
  at: Date;
  startsAt: Date;
  endsAt: Date | null;
}

/** Ends the grants that are no longer wanted and makes the missing ones; returns what to put on record. @throws InvalidInput */
export async function changeRoles(
  tx: EntityManager,
  context: RequestContext,
  { user, wanted, at, reason, endsAt = null, startsAnew = false }: RoleChange,
): Promise<AuditEntry[]> {
  const lapsed = await endLapsed(tx, at, user.id);
  const open = await tx.findBy(RoleGrant, { userId: user.id, endedAt: IsNull() });
  const kept = open.filter(({ role, startsAt }) => !startsAnew && startsAt <= at && wanted.includes(role));
  const added = wanted.filter((role) => !kept.some((grant) => grant.role === role));
  // What begins later gives way to what begins now; other plans stay, unless the duty that they were for is over.
  const ended = open.filter(
    (grant) => !kept.includes(grant) && (startsAnew || grant.startsAt <= at || added.includes(grant.role)),
  );
  for (const grant of ended) grant.end(at, actingUserId(context), reason);
  await tx.save(ended);
  const entries = [...lapsed, ...ended.map((grant) => grantEntry('role_grant.end', grant))];
  for (const role of added)
    entries.push(await makeGrant(tx, context, { user, role, reason, at, startsAt: at, endsAt }));
  return entries;
}

/** Makes one grant; returns what to put on record. @throws InvalidInput on `endsAt` */
export async function makeGrant(
  tx: EntityManager,
  context: RequestContext,
  { user, role, reason, at, startsAt, endsAt }: NewGrant,
): Promise<AuditEntry> {
  assertEnd({ kind: user.kind, startsAt, endsAt }, at);
  const [id, grantedBy] = [newId(), actingUserId(context)];
  await tx.insert(RoleGrant, {
    id,
    userId: user.id,
    role,
    grantedBy,
    grantedAt: at,
    startsAt,
    endsAt,
    reason,
  });
  return grantEntry('role_grant.create', { id, role });
}

/**
 * Whoever is from outside now gets in for a set time only, also by what they hold already or were to hold: what would
 * begin after that time ends unbegun. Returns what to put on record.
 */
export async function timeBox(
  tx: EntityManager,
  context: RequestContext,
  { userId, at }: { userId: string; at: Date },
): Promise<AuditEntry[]> {
  const latest = latestOutsideEnd(at);
  const late = await tx.findBy(RoleGrant, { userId, endedAt: IsNull(), startsAt: MoreThanOrEqual(latest) });
  for (const grant of late) grant.end(at, actingUserId(context), grantReasons.fromOutside);
  await tx.save(late);
  const [boxed] = await tx.query<[{ id: string; role: Role }[], number]>(
    `UPDATE role_grants SET ends_at = $2 WHERE user_id = $1 AND ended_at IS NULL AND starts_at < $2
       AND (ends_at IS NULL OR ends_at > $2) RETURNING id, role`,
    [userId, latest],
  );
  return [
    ...late.map((grant) => grantEntry('role_grant.end', grant)),
    ...boxed.map((grant) => grantEntry('role_grant.update', grant)),
  ];
}

/** Writes the end of grants whose time is over; they have not counted since. Of one user, or (null) of everybody. */
export async function endLapsed(tx: EntityManager, at: Date, userId: string | null): Promise<AuditEntry[]> {
  const [lapsed] = await tx.query<[{ id: string; role: Role }[], number]>(
    `UPDATE role_grants SET ended_at = ends_at, end_reason = $2
     WHERE ended_at IS NULL AND ends_at <= $1 AND user_id = coalesce($3::uuid, user_id) RETURNING id, role`,
    [at, grantReasons.lapsed, userId],
  );
  return lapsed.map((grant) => grantEntry('role_grant.lapse', grant));
}

export const grantEntry = (action: string, { id, role }: { id: string; role: Role }): AuditEntry => ({
  action,
  subjectType: 'role_grant',
  subjectId: id,
  fields: [role],
});
