/** What the address of the company list may hold. */
export interface CompanyListSearch {
  q?: string;
  sort?: string;
}

/** Reads the address; what it does not know it leaves out. Eager, so keep it free of imports. */
export function readCompanyListSearch(search: Record<string, unknown>): CompanyListSearch {
  return {
    ...(typeof search.q === 'string' && search.q ? { q: search.q } : {}),
    ...(typeof search.sort === 'string' && search.sort ? { sort: search.sort } : {}),
  };
}
