import type { Decision, NewConsent, NewObjection, Purpose } from '../../api/model.js';

/** A way to reach a person. */
export type Channel = Decision['channel'];
/** A channel, or every one of them. */
export type AnyChannel = NewObjection['channel'];
/** Why a contact is permitted, or is not. */
export type DecisionCode = Decision['code'];
/** How staff hear of an objection or of a withdrawal. */
export type ObjectionWay = NonNullable<NewObjection['receivedVia']>;
/** How staff obtain a consent. */
export type ConsentWay = NewConsent['obtainedVia'];
export type PurposeClass = Purpose['class'];
export type LegalBasis = NonNullable<Purpose['basis']>;

export const channels = ['email', 'phone', 'sms', 'post', 'social', 'chat'] as const satisfies Channel[];

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
] as const satisfies DecisionCode[];
export const grounds = [
  'service',
  'legal_person',
  'job_role',
  'consent',
  'existing_customer',
  'legitimate_interest',
] as const satisfies DecisionCode[];

export const objectionWays = [
  'phone',
  'email',
  'in_person',
  'letter',
  'reply',
  'other',
] as const satisfies ObjectionWay[];
export const consentWays = [
  'form',
  'email',
  'phone',
  'letter',
  'in_person',
  'event',
  'contract',
  'other',
] as const satisfies ConsentWay[];
