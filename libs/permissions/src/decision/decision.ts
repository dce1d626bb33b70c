import type { Channel, Purpose } from '@seloste/kernel';

/** Why not. */
export const refusals = [
  'erased',
  'restricted',
  'objected',
  'company_objected',
  'suppressed',
  'purpose_off',
  'basis_missing',
  'consent_missing',
  'consent_unconfirmed',
  'consent_withdrawn',
  'role_unknown',
  'outside_role',
  'notice_overdue',
  'undeliverable',
  'no_address',
] as const;

/** Why yes. */
export const grounds = [
  'service',
  'legal_person',
  'job_role',
  'consent',
  'existing_customer',
  'legitimate_interest',
] as const;

export type DecisionCode = (typeof refusals)[number] | (typeof grounds)[number];

/**
 * What has to go with a permitted contact: the notice of GDPR Art. 14; a free way to say no (917/2014 s. 202); the
 * sender's own word on what the message has to do with the person's work.
 */
export const obligations = ['notice', 'opt_out', 'role_link'] as const;
export type Obligation = (typeof obligations)[number];

/** The row that a decision rests on. */
export const evidenceTypes = [
  'objection',
  'consent',
  'consent_withdrawal',
  'sale_reference',
  'restriction',
  'suppression',
  'notice_duty',
  'company',
] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

/** May this person be contacted? Decided by `decide`, and by its twin in the database. */
export interface Decision {
  allowed: boolean;
  code: DecisionCode;
  /** The article, section or promise that it rests on, for example `GDPR Art. 21(3)` or `917/2014 s. 202`. */
  law: string;
  /** Since when it is so, where a dated record says it; else null. */
  since: Date | null;
  evidence: { type: EvidenceType; id: string } | null;
  obligations: Obligation[];
}

/** What somebody would like to do. */
export interface ContactAttempt {
  channel: Channel;
  purpose: Purpose;
  /** What the message is about, as areas of responsibility (C2); null: about nobody's in particular. */
  areas?: string[] | null;
  /** The sender's own reason why it concerns the person's work, where the areas do not say it. */
  roleReason?: string | null;
}
