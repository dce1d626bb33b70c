/** Why a grant began or ended where nobody said it in words: the constants of the API. */
const constants = new Set([
  'account_made',
  'invited',
  'roles_changed',
  'duty_changed',
  'account_closed',
  'from_outside',
  'lapsed',
  'review_removed',
  'review_unanswered',
]);

/** A reason as people read it: what somebody wrote, or the words for a constant. */
export const reasonText = (reason: string, word: (constant: string) => string): string =>
  constants.has(reason) ? word(reason) : reason;
