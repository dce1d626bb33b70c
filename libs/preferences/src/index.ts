export type { PurposeShown } from './held.js';
export { LinkPageProblems } from './link-page-problems.js';
export { fieldsOf, isLinkPage, isOwnPage, isPublicPage, linkRequests } from './link-requests.js';
export { LinkVisits } from './link-visits.js';
export { rightsSection } from './pages/held-sections.js';
export { PreferencesModule } from './preferences.module.js';
export type { Phrases } from './words/phrases.js';
