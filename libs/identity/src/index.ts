export { assertMayOwn, defaultOwner } from './access/ownership.js';
export { companiesWithin, contactsWithin, covers, interactionsWithin } from './access/register-scope.js';
export { Calendar } from './calendar.js';
export { Forbidden } from './identity.errors.js';
export * from './identity.module.js';
export { UserAccess } from './access/user-access.js';
export { SecuritySettingsService } from './security-settings/security-settings.service.js';
export { setupNotice } from './setup/setup-notice.js';
export { UserDirectory } from './users/user-directory.js';
