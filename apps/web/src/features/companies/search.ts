import { legalForms, relationshipStatuses } from '../../api/model.js';
import { isMeOrId, isOneOf, isSort, isUpTo, readSearch } from '../records/list/read-search.js';

/** What the address of the company list may hold; `ownerId` may be `me`, `industryCode` is a TOL 2008 prefix. */
export interface CompanyListSearch {
  q?: string;
  sort?: string;
  ownerId?: string;
  status?: string;
  industryCode?: string;
  legalForm?: string;
  product?: string;
  archived?: boolean;
}

/** Reads the address; what it does not know it leaves out. Eager, so keep what it imports small. */
export function readCompanyListSearch(search: Record<string, unknown>): CompanyListSearch {
  return readSearch(search, {
    q: isUpTo(100),
    sort: isSort,
    ownerId: isMeOrId,
    status: isOneOf(relationshipStatuses),
    industryCode: (text) => /^\d{2,5}$/.test(text),
    legalForm: isOneOf(legalForms),
    product: isUpTo(100),
  });
}
