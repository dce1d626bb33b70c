export { assertMayOwn, defaultOwner } from './access/ownership.js';
export { companiesWithin, contactsWithin, covers, interactionsWithin } from './access/register-scope.js';
export { Calendar } from './calendar.js';
export * from './identity.module.js';
export { UserAccess } from './access/user-access.js';
export { SecuritySettingsService } from './security-settings/security-settings.service.js';
export { AccessUpkeep } from './reviews/access-upkeep.js';
export { setupNotice } from './setup/setup-notice.js';
export { UserDirectory } from './users/user-directory.js';
