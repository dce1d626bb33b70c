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

/** Every member of a union, in the order given: the compiler finds one that is missing, and one too many. */
const membersOf = <Member extends string>(members: Record<Member, true>) => Object.keys(members) as Member[];

export const channels = membersOf<Channel>({
  email: true,
  phone: true,
  sms: true,
  post: true,
  social: true,
  chat: true,
});
export const objectionWays = membersOf<ObjectionWay>({
  phone: true,
  email: true,
  in_person: true,
  letter: true,
  reply: true,
  other: true,
});
export const consentWays = membersOf<ConsentWay>({
  form: true,
  email: true,
  phone: true,
  letter: true,
  in_person: true,
  event: true,
  contract: true,
  other: true,
});
