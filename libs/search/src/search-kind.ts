/** What can be found, in the order in which it is shown. */
export const searchKinds = ['contact', 'company', 'interaction'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** The partition of search_entries that holds a kind. */
export const partitionOf: Record<SearchKind, string> = {
  contact: 'search_contacts',
  company: 'search_companies',
  interaction: 'search_interactions',
};
