import type { Rule } from '../model.js';

/** What a ground can need of a person. */
export const categories = [
  'identity',
  'contact_details',
  'work_role',
  'company_details',
  'billing',
  'preferences',
  'communication',
  'provenance',
  'usage',
] as const satisfies Rule['keeps'];
