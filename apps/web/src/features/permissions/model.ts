import type { Basis, Language, Ref } from '../../api/model.js';

export const channels = ['email', 'phone', 'sms', 'post', 'social', 'chat'] as const;
/** A way to reach a person. */
export type Channel = (typeof channels)[number];
/** A channel, or every one of them. */
export type AnyChannel = Channel | 'all';

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
export const grounds = [
  'service',
  'legal_person',
  'job_role',
  'consent',
  'existing_customer',
  'legitimate_interest',
  'legal_basis',
] as const;
/** Why a contact is permitted, or is not. */
export type DecisionCode = (typeof refusals)[number] | (typeof grounds)[number];
/** What has to go with a permitted contact. */
export type Obligation = 'notice' | 'opt_out' | 'role_link';
export type EvidenceType =
  | 'objection'
  | 'consent'
  | 'consent_withdrawal'
  | 'sale_reference'
  | 'restriction'
  | 'suppression'
  | 'purpose'
  | 'contact_basis'
  | 'notice_duty'
  | 'company';

/** May this person be contacted through this channel for this purpose? `purpose` is a key of `GET /purposes`. */
export interface Decision {
  channel: Channel;
  purpose: string;
  allowed: boolean;
  code: DecisionCode;
  law: string;
  since: string | null;
  evidence: { type: EvidenceType; id: string } | null;
  obligations: Obligation[];
  sentence: string;
}
/** What lists and records carry of a decision. */
export type ChannelPermission = Pick<
  Decision,
  'channel' | 'purpose' | 'allowed' | 'code' | 'since' | 'sentence'
>;

export interface PersonPermissions {
  summary: Decision[];
  profiling: Decision[];
  matrix: Decision[];
}

export const objectionWays = ['phone', 'email', 'in_person', 'letter', 'reply', 'other'] as const;
/** How an objection or a withdrawal came to us; the first six are what staff hear. */
export type ObjectionWay =
  (typeof objectionWays)[number] | 'one_click' | 'unsubscribe_page' | 'preference_page' | 'complaint';

export interface Objection {
  id: string;
  channel: AnyChannel;
  purpose: string;
  objectedAt: string;
  receivedVia: ObjectionWay;
  note: string | null;
  recordedAt: string;
  recordedBy: Ref | null;
  inForce: boolean;
  withdrawal: { withdrawnAt: string; toldBy: string | null; recordedBy: Ref | null } | null;
}
export interface NewObjection {
  channel: AnyChannel;
  purpose: string;
  receivedVia: ObjectionWay;
  receivedAt?: string;
  note?: string;
}

export const consentWays = [
  'form',
  'email',
  'phone',
  'letter',
  'in_person',
  'event',
  'contract',
  'other',
] as const;
export type ConsentWay = (typeof consentWays)[number] | 'preference_page' | 'import';

export interface Consent {
  id: string;
  channel: AnyChannel;
  purpose: string;
  wording: { id: string; language: Language; version: number; text: string };
  obtainedAt: string;
  obtainedVia: ConsentWay;
  note: string | null;
  needsConfirmation: boolean;
  confirmedAt: string | null;
  inForce: boolean;
  withdrawal: { withdrawnAt: string; receivedVia: ObjectionWay; recordedBy: Ref | null } | null;
  recordedAt: string;
  recordedBy: Ref | null;
}
export interface NewConsent {
  channel: AnyChannel;
  purpose: string;
  wording: string;
  language: Language;
  obtainedVia: ConsentWay;
  obtainedAt?: string;
  note?: string;
}
export interface ConsentWording {
  id: string;
  purpose: string;
  language: Language;
  version: number;
  text: string;
}

export interface SaleReference {
  id: string;
  reference: string;
  product: string;
  soldOn: string;
  optOutOfferedOn: string;
  recordedAt: string;
  recordedBy: Ref | null;
}
export type NewSaleReference = Pick<SaleReference, 'reference' | 'product' | 'soldOn' | 'optOutOfferedOn'>;

export type PurposeClass = 'service' | 'marketing' | 'profiling';
export type LegalBasis = Basis['basis'];

/** What people's data is used for. The built-in ones have no name of their own: the catalogue names them. */
export interface Purpose {
  key: string;
  class: PurposeClass;
  builtIn: boolean;
  name: Record<Language, string> | null;
  basis: LegalBasis | null;
  /** The company's own, else the product's. */
  balancingNote: string | null;
  hasOwnNote: boolean;
  reviewOn: string | null;
  isReviewOverdue: boolean;
  reviewedAt: string | null;
  reviewedBy: Ref | null;
  switchedOn: boolean;
  version: number;
}
