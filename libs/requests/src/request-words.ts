/** What people may ask for (GDPR Art. 7(3), 15–18, 20, 21; H13–H17, C7, P9, V7). */
export const requestKinds = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'portability',
  'consent_withdrawal',
] as const;
export type RequestKind = (typeof requestKinds)[number];

/** By which door a request came in. */
export const requestDoors = ['my_data', 'form', 'mail', 'phone', 'letter', 'in_person'] as const;
export type RequestDoor = (typeof requestDoors)[number];

/** The doors at which somebody of ours writes a request down. */
export const staffDoors = ['mail', 'phone', 'letter', 'in_person'] as const satisfies readonly RequestDoor[];

/** `received`: whose it is has not been shown yet · `in_progress`: it has, or need not be · `closed`: answered, see its outcome. */
export const requestStatuses = ['received', 'in_progress', 'closed'] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/**
 * How a request ended. `refused`, `partly_granted`: with the ground (Art. 12(4)) · `unidentified`: nobody could be
 * identified by it (Art. 11(2)) · `passed_on`: to the customer for whom the data is held (Art. 28(3)(e); V3) ·
 * `withdrawn`: the person took it back.
 */
export const requestOutcomes = [
  'granted',
  'partly_granted',
  'refused',
  'unidentified',
  'passed_on',
  'withdrawn',
] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];

/** Why a request is refused, wholly or in part (Art. 11(2), 12(5), 15(4), 17(3), 20(4), 21(1); H13, V14). */
export const refusalGrounds = [
  'manifestly_unfounded',
  'excessive',
  'rights_of_others',
  'legal_obligation',
  'legal_claims',
  'compelling_grounds',
  'not_applicable',
] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

/** Why more time is needed (Art. 12(3)): the only two that the law knows. */
export const extensionReasons = ['complexity', 'number_of_requests'] as const;
export type ExtensionReason = (typeof extensionReasons)[number];
