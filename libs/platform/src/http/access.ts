import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Permission } from '@seloste/kernel';

export const isPublicKey = 'access:public';
export const permissionKey = 'access:permission';
export const reauthenticationKey = 'access:reauthentication';

/** Opens a route to strangers. The only way out of the access guard. */
export const Public = () => applyDecorators(SetMetadata(isPublicKey, true), ApiExtension('x-public', true));

/** The permission that a route needs. A route with neither this nor {@link Public} is refused to everybody. */
export const Requires = (permission: Permission) =>
  applyDecorators(SetMetadata(permissionKey, permission), ApiExtension('x-permission', permission));

/** For dangerous acts: whoever is signed in has to have proved who they are within the last ten minutes. */
export const Reauthenticated = () =>
  applyDecorators(SetMetadata(reauthenticationKey, true), ApiExtension('x-reauthentication', true));
