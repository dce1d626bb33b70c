import type { AddressClass } from '../facts.js';
import { addressLists } from './address-lists.js';

/**
 * Whose address, in lower case, is it: of a company as such, of somebody at work, or of a private mailbox? The same as
 * `address_class` in the database.
 */
export function addressClass(address: string): AddressClass {
  const parts = address.split('@');
  if (addressLists.private_domain.has(parts.at(-1) ?? '')) return 'private';
  const localPart = (parts[0] ?? '').replace(/\+.*/s, '').replaceAll(/[åäöéü0-9._-]/g, folded);
  return addressLists.shared_local_part.has(localPart) ? 'shared' : 'named';
}

/** Words are known without dots and digits, and with plain letters. */
const folded = (character: string): string => ({ å: 'a', ä: 'a', ö: 'o', é: 'e', ü: 'u' })[character] ?? '';
