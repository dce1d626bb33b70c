export { isLinkPage, isPublicPage, linkRequests } from './link-requests.js';
export { PreferencesModule } from './preferences.module.js';
