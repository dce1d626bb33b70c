export { companiesWithin, contactsWithin } from './access/register-scope.js';
export { Calendar } from './calendar.js';
export * from './identity.module.js';
export { sessionCookieName } from './sessions/session-token.js';
export { setupNotice } from './setup/setup-notice.js';
export { UserDirectory } from './users/user-directory.js';
