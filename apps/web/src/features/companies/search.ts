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

const texts = ['q', 'sort', 'ownerId', 'status', 'industryCode', 'legalForm', 'product'] as const;

/** Reads the address; what it does not know it leaves out. Eager, so keep it free of imports. */
export function readCompanyListSearch(search: Record<string, unknown>): CompanyListSearch {
  const known: CompanyListSearch = {};
  for (const key of texts) {
    const value = search[key];
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') known[key] = String(value);
  }
  if (search.archived === true || search.archived === 'true') known.archived = true;
  return known;
}
