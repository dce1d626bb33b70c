import type { DataCategory } from '@seloste/kernel';

/** Why something has to stay though its time is over (GDPR Art. 17(3)(b), (e); H18, V14). */
export const holdGrounds = [
  'accounting_voucher',
  'accounting_book',
  'open_deal',
  'open_invoice',
  'dispute',
  'subject_request',
] as const;
export type HoldGround = (typeof holdGrounds)[number];

/** What a hold can need of a person. Passwords, links and traces of use are no proof of anything. */
export const heldCategories = [
  'identity',
  'contact_details',
  'work_role',
  'company_details',
  'billing',
  'preferences',
  'communication',
  'provenance',
] as const satisfies readonly DataCategory[];
export type HeldCategory = (typeof heldCategories)[number];

/** What each ground needs when nobody says otherwise; the rest goes when its time is over. */
export const neededFor: Record<HoldGround, readonly HeldCategory[]> = {
  accounting_voucher: ['identity', 'company_details', 'billing'],
  accounting_book: ['identity', 'company_details', 'billing'],
  open_deal: ['identity', 'contact_details', 'work_role', 'company_details', 'communication'],
  open_invoice: ['identity', 'contact_details', 'company_details', 'billing'],
  dispute: [
    'identity',
    'contact_details',
    'work_role',
    'company_details',
    'billing',
    'communication',
    'provenance',
  ],
  subject_request: ['identity', 'contact_details', 'preferences', 'communication', 'provenance'],
};
