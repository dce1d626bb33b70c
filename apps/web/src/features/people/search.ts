/** What the address of the people list may hold; `ownerId` may be `me`. */
export interface ContactListSearch {
  q?: string;
  sort?: string;
  ownerId?: string;
  status?: string;
  language?: string;
  areaOfResponsibility?: string;
  companyId?: string;
  archived?: boolean;
}

const texts = ['q', 'sort', 'ownerId', 'status', 'language', 'areaOfResponsibility', 'companyId'] as const;

/** Reads the address; what it does not know it leaves out. Eager, so keep it free of imports. */
export function readContactListSearch(search: Record<string, unknown>): ContactListSearch {
  const known: ContactListSearch = {};
  for (const key of texts) {
    const value = search[key];
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') known[key] = String(value);
  }
  if (search.archived === true || search.archived === 'true') known.archived = true;
  return known;
}
