import {
  actingUserId,
  InvalidInput,
  mayOwn,
  scopeOf,
  type Permission,
  type RequestContext,
} from '@seloste/kernel';

/**
 * Whose a record may become: somebody's whom one of the caller's `permissions` reaches.
 * @throws InvalidInput on `ownerId` with the code `outside_scope`
 */
export function assertMayOwn(
  context: RequestContext,
  permissions: Permission[],
  ownerId: string | null,
): void {
  if (!permissions.some((permission) => mayOwn(scopeOf(context, permission), ownerId)))
    throw InvalidInput.of('ownerId', 'outside_scope', 'must be somebody whose records you look after');
}

/** Whose a new record is when nobody is named: whoever makes it, where it may be theirs, else nobody's. */
export function defaultOwner(context: RequestContext, permission: Permission): string | null {
  const by = actingUserId(context);
  return mayOwn(scopeOf(context, permission), by) ? by : null;
}
