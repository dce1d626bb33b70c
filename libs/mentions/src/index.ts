export type { Identifiers } from './identifiers.js';
export type { Mention, MentionKind } from './mention.js';
export { MentionFinder } from './mention-finder.js';
export { searchStems } from './search-stems.js';
