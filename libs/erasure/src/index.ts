export { ErasureModule } from './erasure.module.js';
export { Erasures } from './erasures.service.js';
export { PersonPlaces, type PersonColumn, type PersonPlace } from './execution/person-places.js';
export { wordsOf as tableInWords } from './plan/table-words.js';
