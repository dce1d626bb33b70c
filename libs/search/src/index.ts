export { wordsOf } from './fold.js';
export { dropUnusedWords } from './forget-words.js';
export { searchCondition } from './search-condition.js';
export * from './search.module.js';
