import type { AuditEntry } from '@seloste/audit';
import { actingUserId, newId, type RequestContext, type Role } from '@seloste/kernel';
import { IsNull, type EntityManager } from 'typeorm';
import { RoleGrant } from './role-grant.entity.js';

/** Ends the grants that are no longer wanted and makes the missing ones; returns what to put on record. */
export async function changeRoles(
  tx: EntityManager,
  context: RequestContext,
  { userId, wanted, at, reason }: { userId: string; wanted: readonly Role[]; at: Date; reason: string },
): Promise<AuditEntry[]> {
  const by = actingUserId(context);
  const current = await tx.findBy(RoleGrant, { userId, endedAt: IsNull() });
  const ended = current.filter(({ role }) => !wanted.includes(role));
  for (const grant of ended) grant.end(at, by, reason);
  const added = wanted
    .filter((role) => !current.some((grant) => grant.role === role))
    .map((role) =>
      tx.create(RoleGrant, { id: newId(), userId, role, grantedBy: by, grantedAt: at, startsAt: at, reason }),
    );
  await tx.save([...ended, ...added]);
  return [
    ...ended.map((grant) => onRecord('role_grant.end', grant)),
    ...added.map((grant) => onRecord('role_grant.create', grant)),
  ];
}

const onRecord = (action: string, grant: RoleGrant): AuditEntry => ({
  action,
  subjectType: 'role_grant',
  subjectId: grant.id,
  fields: [grant.role],
});
