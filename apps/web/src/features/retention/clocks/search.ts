import { isMeOrId, readSearch } from '../../records/list/read-search.js';
import type { Ground } from '../model.js';

/** What the address of the forecast may hold; `ownerId` may be `me`. */
export interface ClocksSearch {
  ownerId?: string;
  ground?: Ground;
}

const grounds = [
  'customers',
  'marketing_contacts',
  'former_customers',
  'prospects',
  'form_senders',
  'chats',
  'withdrawn',
] as const satisfies Ground[];

/** Reads the address; what it does not know it leaves out. Eager, so it imports little. */
export function readClocksSearch(search: Record<string, unknown>): ClocksSearch {
  const { ownerId } = readSearch(search, { ownerId: isMeOrId });
  const ground = grounds.find((known) => known === search.ground);
  return { ...(ownerId ? { ownerId } : {}), ...(ground ? { ground } : {}) };
}
