/** The fixed words of the register (design §2), as the API writes them. */

export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

export const legalForms = [
  'limited_company',
  'public_limited_company',
  'sole_trader',
  'general_partnership',
  'limited_partnership',
  'cooperative',
  'association',
  'foundation',
  'public_body',
  'housing_company',
  'branch',
  'foreign',
  'other',
] as const;
export type LegalForm = (typeof legalForms)[number];

export const companySizes = ['1', '2-9', '10-49', '50-249', '250+'] as const;
export type CompanySize = (typeof companySizes)[number];

export const relationshipStatuses = ['prospect', 'customer', 'former', 'partner'] as const;
export type RelationshipStatus = (typeof relationshipStatuses)[number];

export const addressTypes = ['visiting', 'postal', 'billing'] as const;
export type AddressType = (typeof addressTypes)[number];

export const productStatuses = ['interested', 'in_use', 'bought'] as const;
export type ProductStatus = (typeof productStatuses)[number];

/** Where data came from (GDPR Art. 14(2)(f); promises H9, C3, K3, P3). */
export const sourceKinds = [
  'person',
  'company',
  'website',
  'public_register',
  'bought_list',
  'referral',
  'event',
  'form',
  'import',
  'other',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** The six of GDPR Art. 6(1). */
export const legalBases = [
  'consent',
  'contract',
  'legal_obligation',
  'vital_interests',
  'public_task',
  'legitimate_interest',
] as const;
export type LegalBasis = (typeof legalBases)[number];

/** Ways to reach a person. */
export const channels = ['email', 'phone', 'sms', 'post', 'social', 'chat'] as const;
export type Channel = (typeof channels)[number];

/** What every company uses people's data for; it adds its own purposes (P1, V2). */
export const builtInPurposes = [
  'service',
  'direct_marketing',
  'newsletter',
  'survey',
  'profiling_marketing',
  'profiling_sales',
  'profiling_support',
] as const;
/** The key of a purpose: a built-in one or one of the controller's own. */
export type Purpose = string;

/** Service mail is a class of its own, and never marketing in disguise (V4, design rule 2). */
export const purposeClasses = ['service', 'marketing', 'profiling'] as const;
export type PurposeClass = (typeof purposeClasses)[number];

export const interactionTypes = ['call', 'email', 'meeting', 'note', 'chat', 'form', 'visit'] as const;
export type InteractionType = (typeof interactionTypes)[number];

export const directions = ['in', 'out'] as const;
export type Direction = (typeof directions)[number];
