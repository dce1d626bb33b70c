/** What the address of the people list may hold. */
export interface ContactListSearch {
  q?: string;
  sort?: string;
}

/** Reads the address; what it does not know it leaves out. Eager, so keep it free of imports. */
export function readContactListSearch(search: Record<string, unknown>): ContactListSearch {
  return {
    ...(typeof search.q === 'string' && search.q ? { q: search.q } : {}),
    ...(typeof search.sort === 'string' && search.sort ? { sort: search.sort } : {}),
  };
}
