import type { RequestContext } from '../request-context.js';
import { accessMatrix, type Reach } from './matrix.js';
import type { Permission } from './permissions.js';
import type { Role } from './roles.js';

/** Rows that a rule takes in: of these owners (null: of any), also of nobody, and perhaps of customers only. */
export interface ScopeRule {
  owners: readonly string[] | null;
  orNobodys: boolean;
  customersOnly: boolean;
}

/** The rows that a caller may touch: those that any of the rules takes in. Without a rule, none. */
export type Scope = 'all' | readonly ScopeRule[];

/** What a caller may do, and to which rows. */
export type HeldPermissions = ReadonlyMap<Permission, Scope>;

/** A user as far as scopes depend on it; `teammates` (the user among them) is null when the teams take in everybody. */
export interface ScopedUser {
  id: string;
  roles: readonly Role[];
  teammates: readonly string[] | null;
}

/** Everything that the user's roles allow together; their own account is open to everybody, also without a role. */
export function permissionsOf(user: ScopedUser): HeldPermissions {
  const held = new Map<Permission, Scope>([['account.own', 'all']]);
  for (const role of user.roles)
    for (const [permission, reach] of Object.entries(accessMatrix[role]) as [Permission, Reach][])
      held.set(permission, union(held.get(permission) ?? [], scopeOfReach(reach, user)));
  return held;
}

function scopeOfReach(reach: Reach, { id, teammates }: ScopedUser): Scope {
  switch (reach) {
    case 'all':
      return 'all';
    case 'team':
      return teammates === null ? 'all' : [{ owners: teammates, orNobodys: true, customersOnly: false }];
    case 'own':
      return [{ owners: [id], orNobodys: false, customersOnly: false }];
    case 'customers':
      return [{ owners: null, orNobodys: true, customersOnly: true }];
  }
}

const union = (one: Scope, other: Scope): Scope =>
  one === 'all' || other === 'all' ? 'all' : [...one, ...other];

/** The rows to which the caller holds a permission; the software itself reaches all. */
export const scopeOf = ({ actor }: RequestContext, permission: Permission): Scope =>
  actor.kind === 'system' ? 'all' : (actor.permissions.get(permission) ?? []);

/** May a row with this owner be made or left by somebody with this scope? (Whether its company is a customer is not asked.) */
export const mayOwn = (scope: Scope, ownerId: string | null): boolean =>
  scope === 'all' ||
  scope.some(({ owners, orNobodys }) =>
    ownerId === null ? orNobodys : owners === null || owners.includes(ownerId),
  );
