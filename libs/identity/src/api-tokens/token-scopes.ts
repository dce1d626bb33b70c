import { permissions, type Permission } from '@seloste/kernel';

const ofTheRegister = /^(contacts|companies|interactions)\./;
const besides: readonly Permission[] = ['audit.read', 'controller.read', 'users.read', 'system.read'];

/** A program works with the register and reads the log: who may do what, mail and settings are for people alone. */
export const isTokenScope = (permission: Permission): boolean =>
  ofTheRegister.test(permission) || besides.includes(permission);

/** What a token can be given. */
export const tokenScopes = permissions.filter(isTokenScope);
