import type { AddressClass } from '../facts.js';
import { addressLists } from './address-lists.js';

/**
 * Whose address, in lower case, is it: of a company as such, of somebody at work, or of a private mailbox? The same as
 * in `permission_decisions_of` of the database.
 */
export function addressClass(address: string): AddressClass {
  const parts = address.split('@');
  if (addressLists.private_domain.has(parts.at(-1) ?? '')) return 'private';
  const localPart = (parts[0] ?? '').replace(/\+.*/s, '').replaceAll(/[._-]/g, '');
  return addressLists.shared_local_part.has(localPart) ? 'shared' : 'named';
}
