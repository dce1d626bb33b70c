export { isLinkPage, isPublicPage, linkRequests, publicPageHeaders } from './link-requests.js';
export { PreferencesModule } from './preferences.module.js';
