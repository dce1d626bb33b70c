/** Why a grant began or ended, where nobody said it in words: constants that the UI words. */
export const grantReasons = {
  firstRun: 'first_run',
  accountMade: 'account_made',
  invited: 'invited',
  rolesChanged: 'roles_changed',
  dutyChanged: 'duty_changed',
  accountClosed: 'account_closed',
  fromOutside: 'from_outside',
  lapsed: 'lapsed',
  removedInReview: 'review_removed',
  unanswered: 'review_unanswered',
} as const;
