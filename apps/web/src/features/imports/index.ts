export { ImportsPage } from './ImportsPage.js';
export { ImportPage } from './ImportPage.js';
