import { relationshipStatuses } from '../../api/model.js';
import type { Ground } from '../retention/model.js';
import { isId, isMeOrId, isOneOf, isSort, isUpTo, readSearch } from '../records/list/read-search.js';

/** Why people are kept: the keys of the rules on people. */
export const retentionGrounds = [
  'customers',
  'marketing_contacts',
  'former_customers',
  'prospects',
  'form_senders',
  'chats',
  'withdrawn',
] as const satisfies Ground[];

/** What the address of the people list may hold; `ownerId` may be `me`. */
export interface ContactListSearch {
  q?: string;
  sort?: string;
  ownerId?: string;
  status?: string;
  language?: string;
  areaOfResponsibility?: string;
  companyId?: string;
  mayBeContactedBy?: string;
  /** Days. */
  clockWithin?: string;
  retentionGround?: string;
  archived?: boolean;
}

/** Reads the address; what it does not know it leaves out. Eager, so keep what it imports small. */
export function readContactListSearch(search: Record<string, unknown>): ContactListSearch {
  return readSearch(search, {
    q: isUpTo(100),
    sort: (text) => isSort(text) || /^-?retention$/.test(text),
    ownerId: isMeOrId,
    status: isOneOf(relationshipStatuses),
    language: isOneOf(['fi', 'sv', 'en']),
    areaOfResponsibility: isUpTo(150),
    companyId: isId,
    clockWithin: (text) => /^\d{1,3}$/.test(text),
    retentionGround: isOneOf(retentionGrounds),
    mayBeContactedBy: isOneOf(['email', 'phone', 'sms', 'post', 'social', 'chat']),
  });
}
