import type { Me, Permission } from '../api/model.js';
import { useMe } from './use-me.js';

/** May this user do it, at least to some rows? The server decides; this is for what to show. */
export const may = (me: Me, permission: Permission): boolean =>
  me.permissions.some((held) => held.permission === permission);

/** @see may */
export function useMay(): (permission: Permission) => boolean {
  const me = useMe();
  return (permission) => may(me, permission);
}

/** A role demands a second factor, and the account has none: until it has, nothing but the account is open. */
export const mustEnrol = ({ secondFactor: { demanded, enrolled } }: Me): boolean =>
  demanded && enrolled.length === 0;

/** Does the user see people at all? An administrator alone, an auditor or a technician does not. */
export const seesPeople = (me: Me): boolean => may(me, 'contacts.read');

/** Does anything that the user may do wait for the confidentiality undertaking? Files of the register do as well. */
export const mustUndertake = (me: Me): boolean =>
  !me.undertakingAccepted && (seesPeople(me) || may(me, 'exports.create'));
