/** Names under which an export's secrets are sealed. */
export const filtersUse = 'export filters';
export const fileUse = 'export file';
