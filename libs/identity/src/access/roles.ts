import { permissions, type Permission } from '@seloste/platform';
import type { Role } from '../users/role-grant.entity.js';

/** What each role may do (C5, P10). A user may what any of their roles may. */
const permissionsOf: Record<Role, readonly Permission[]> = {
  admin: permissions,
  salesperson: [
    'register.read',
    'register.write',
    'register.import',
    'register.export',
    'controller.read',
    'users.read',
    'account.own',
  ],
};

const unions = new Map<string, ReadonlySet<Permission>>();

/** Everything that these roles together allow. Equal sets of roles share one set of permissions. */
export function permissionsOfRoles(held: readonly Role[]): ReadonlySet<Permission> {
  const key = [...held].sort().join(' ');
  let union = unions.get(key);
  if (union === undefined) {
    union = new Set(held.flatMap((role) => permissionsOf[role]));
    unions.set(key, union);
  }
  return union;
}
