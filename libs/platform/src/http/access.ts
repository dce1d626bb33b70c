import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@seloste/kernel';

export const isPublicKey = 'access:public';
export const permissionKey = 'access:permission';
export const reauthenticationKey = 'access:reauthentication';

/** Opens a route to strangers. The only way out of the access guard. */
export const Public = () => SetMetadata(isPublicKey, true);

/** The permission that a route needs. A route with neither this nor {@link Public} is refused to everybody. */
export const Requires = (permission: Permission) => SetMetadata(permissionKey, permission);

/** For dangerous acts: whoever is signed in has to have proved who they are within the last ten minutes. */
export const Reauthenticated = () => SetMetadata(reauthenticationKey, true);
