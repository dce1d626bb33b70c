import { SetMetadata } from '@nestjs/common';

/** What a caller may be allowed to do. Roles are sets of these (libs/identity). */
export const permissions = [
  'register.read',
  'register.write',
  'register.import',
  'register.export',
  'controller.read',
  'controller.manage',
  'users.read',
  'users.manage',
  'account.own',
] as const;

export type Permission = (typeof permissions)[number];

export const isPublicKey = 'access:public';
export const permissionKey = 'access:permission';

/** Opens a route to strangers. The only way out of the access guard. */
export const Public = () => SetMetadata(isPublicKey, true);

/** The permission that a route needs. A route with neither this nor {@link Public} is refused to everybody. */
export const Requires = (permission: Permission) => SetMetadata(permissionKey, permission);
