import type { components } from '../../api/schema.js';

/** What the API says of requests of people about their own data. Days are `YYYY-MM-DD`. */
type Schemas = components['schemas'];

export type SubjectRequest = Schemas['RequestResponse'];
export type RequestListItem = Schemas['RequestListItem'];
export type RequestEvent = Schemas['RequestEventResponse'];
export type RequestCandidate = Schemas['RequestCandidate'];
export type Challenge = Schemas['ChallengeResponse'];
export type NewRequest = Schemas['RecordRequest'];
export type RequestChange = Schemas['UpdateRequest'];
export type Decision = Schemas['DecideRequest'];
export type Extension = Schemas['ExtendRequest'];
export type LetterInput = Schemas['LetterInput'];
export type RequestKind = RequestListItem['kind'];
export type Urgency = NonNullable<RequestListItem['urgency']>;
export type Outcome = Decision['outcome'];
export type RefusalGround = NonNullable<Decision['grounds']>[number];
export type ExtensionReason = Extension['reason'];
export type LetterWay = LetterInput['way'];
export type StaffDoor = NewRequest['receivedVia'];

export const requestKinds = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'portability',
  'consent_withdrawal',
] as const satisfies RequestKind[];

export const staffDoors = ['phone', 'mail', 'letter', 'in_person'] as const satisfies StaffDoor[];

export const outcomes = [
  'granted',
  'partly_granted',
  'refused',
  'unidentified',
  'passed_on',
] as const satisfies Outcome[];

export const refusalGrounds = [
  'manifestly_unfounded',
  'excessive',
  'rights_of_others',
  'legal_obligation',
  'legal_claims',
  'compelling_grounds',
  'not_applicable',
] as const satisfies RefusalGround[];

export const extensionReasons = ['complexity', 'number_of_requests'] as const satisfies ExtensionReason[];

export const letterWays = ['email', 'letter', 'phone', 'in_person'] as const satisfies LetterWay[];

/** A refusal, whole or in part, says why. */
export const needsGrounds = (outcome: Outcome | null): boolean =>
  outcome === 'refused' || outcome === 'partly_granted';

/** What is done for somebody has to be known to be theirs; saying no, or that we cannot tell, does not. */
export const needsIdentity = (outcome: Outcome): boolean =>
  outcome === 'granted' || outcome === 'partly_granted';
