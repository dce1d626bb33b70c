export { PeoplePage } from './PeoplePage.js';
export { PersonPage } from './PersonPage.js';
