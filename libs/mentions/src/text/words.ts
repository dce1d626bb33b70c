import { markedEnding } from '../inflection/endings.js';
import { decodeLetters, letterEntity, lower } from './letters.js';

/** A word of a text: where it stands, and as it is compared. */
export interface Word {
  start: number;
  end: number;
  /** In lower case, composed, entities decoded. */
  key: string;
  /** Its first letter is a capital. */
  isCapital: boolean;
  /** The words before and after it in its run of text; markup between them does not count. */
  before: Word | null;
  after: Word | null;
}

const letter = `(?:[\\p{L}\\p{M}\\p{N}\\u00ad\\u200b-\\u200d]|${letterEntity})`;
const word = `${letter}+(?:['’ʼ´\`]${letter}+)*(?::${markedEnding}(?![\\p{L}\\p{N}]))?`;
const tag = '<[/!]?[a-z][^<>]*>';
const entity = '&#?[a-z0-9]+;';
const tagOrWord = new RegExp(`(?<tag>${tag})|(?<word>${word})|${entity}`, 'giu');
const wordOnly = new RegExp(`(?<word>${word})|${entity}`, 'giu');

function runOf(text: string, pattern: RegExp, offset: number, tags: [string, number][]): Word[] {
  const run: Word[] = [];
  let before: Word | null = null;
  for (const match of text.matchAll(pattern)) {
    const { tag: inside, word: raw } = match.groups ?? {};
    if (inside) tags.push([inside.slice(1, -1), offset + match.index + 1]);
    if (!raw) continue;
    const start = offset + match.index;
    const decoded = raw.includes('&') ? decodeLetters(raw) : raw;
    const isCapital = /^[\u00ad\u200b-\u200d]*\p{Lu}/u.test(decoded);
    const found: Word = {
      start,
      end: start + raw.length,
      key: lower(decoded),
      isCapital,
      before,
      after: null,
    };
    if (before) before.after = found;
    run.push(found);
    before = found;
  }
  return run;
}

/** The words of a text; those within a tag of HTML (an attribute may name somebody) are runs of their own, at the end. */
export function wordsOf(text: string): Word[] {
  const tags: [string, number][] = [];
  const outside = runOf(text, tagOrWord, 0, tags);
  return tags.length === 0
    ? outside
    : [...outside, ...tags.flatMap(([inside, offset]) => runOf(inside, wordOnly, offset, []))];
}

const blank = /(?:<[/!]?[a-z][^<>]*>|&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);|\s)+/gi;

/**
 * What stands between two neighbouring words: white space, also as markup or entities, is one blank; `…` when they are
 * far from each other.
 */
export function gapBetween(text: string, left: Word, right: Word): string {
  if (right.start - left.end > 400) return '…';
  const gap = text.slice(left.end, right.start).replace(blank, ' ');
  return gap.length > 4 ? '…' : gap;
}
