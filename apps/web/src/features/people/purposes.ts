import type { Basis } from '../../api/model.js';

/** What data may be used for; profiling is a purpose of its own for each of its three uses. */
export const purposes = [
  'service',
  'direct_marketing',
  'newsletter',
  'survey',
  'profiling_marketing',
  'profiling_sales',
  'profiling_support',
] as const satisfies Basis['purpose'][];

/** The six legal bases of GDPR Art. 6(1). */
export const bases = [
  'consent',
  'contract',
  'legal_obligation',
  'vital_interests',
  'public_task',
  'legitimate_interest',
] as const satisfies Basis['basis'][];
