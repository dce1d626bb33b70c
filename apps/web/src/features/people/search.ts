import { relationshipStatuses } from '../../api/model.js';
import { isId, isMeOrId, isOneOf, isSort, isUpTo, readSearch } from '../records/list/read-search.js';

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
  archived?: boolean;
}

/** Reads the address; what it does not know it leaves out. Eager, so keep what it imports small. */
export function readContactListSearch(search: Record<string, unknown>): ContactListSearch {
  return readSearch(search, {
    q: isUpTo(100),
    sort: isSort,
    ownerId: isMeOrId,
    status: isOneOf(relationshipStatuses),
    language: isOneOf(['fi', 'sv', 'en']),
    areaOfResponsibility: isUpTo(150),
    companyId: isId,
    mayBeContactedBy: isOneOf(['email', 'phone', 'sms', 'post', 'social', 'chat']),
  });
}
