import { markedEnding } from '../inflection/endings.js';
import { lower } from './letters.js';
import { decodeLetters, writtenLetter } from './written-letters.js';

/** A word of a text: where it stands, and as it is compared. */
export class Word {
  readonly end: number;
  /** The words before and after it in its run of text; markup between them does not count. */
  before: Word | null = null;
  after: Word | null = null;
  private lowered: string | null = null;

  constructor(
    readonly start: number,
    readonly raw: string,
  ) {
    this.end = start + raw.length;
  }

  /** In lower case, composed, entities decoded. */
  get key(): string {
    this.lowered ??= /^[a-zåäö]+$/i.test(this.raw) ? this.raw.toLowerCase() : lower(decodeLetters(this.raw));
    return this.lowered;
  }

  /** Its first letter is a capital. */
  get isCapital(): boolean {
    return /^[\u00ad\u200b-\u200d]*\p{Lu}/u.test(/^[&%]/.test(this.raw) ? decodeLetters(this.raw) : this.raw);
  }
}

const letter = '[\\p{L}\\p{M}\\p{N}\\u00ad\\u200b-\\u200d]';
const letters = `(?:${letter}+|${writtenLetter}${letter}*)(?:${writtenLetter}${letter}*)*`;
const apostrophe = "['’ʼ´`]";
const ending = `(?:${apostrophe}|:)${markedEnding}(?![\\p{L}\\p{N}])`;
const word = `(?:(?<![\\p{L}\\p{M}\\p{N}])\\p{L}${apostrophe})?${letters}(?:${ending})?`;
const tag = '<[/!]?[a-zA-Z][^<>]*>';
/** What is no letter though letters write it: in HTML, in an address, at the start of a line within JSON. */
const other = '&#?[a-zA-Z0-9]{1,8};|%(?:20|2[BC]|40)|\\\\[nrt](?=\\P{Ll})';
const wordOrTag = new RegExp(`(${word})|(${tag})|${other}`, 'gu');

function runOf(text: string, offset: number, tags: [string, number][] | null): Word[] {
  const run: Word[] = [];
  let before: Word | null = null;
  for (const match of text.matchAll(wordOrTag)) {
    const [, raw, inside] = match;
    if (inside) tags?.push([inside.slice(1, -1), offset + match.index + 1]);
    if (!raw) continue;
    const found: Word = new Word(offset + match.index, raw);
    found.before = before;
    if (before) before.after = found;
    run.push(found);
    before = found;
  }
  return run;
}

/** The words of a text; those within a tag of HTML (an attribute may name somebody) are runs of their own, at the end. */
export function wordsOf(text: string): Word[] {
  const tags: [string, number][] = [];
  const outside = runOf(text, 0, tags);
  return tags.length === 0
    ? outside
    : [...outside, ...tags.flatMap(([inside, offset]) => runOf(inside, offset, null))];
}

const blank = /(?:<[/!]?[a-z][^<>]*>|&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);|%20|\\[nrt]|\s)+/gi;

/**
 * What stands between two neighbouring words: white space, also as markup or entities, is one blank; `…` when they are
 * far from each other.
 */
export function gapBetween(text: string, left: Word, right: Word): string {
  if (right.start - left.end > 400) return '…';
  const gap = text.slice(left.end, right.start).replace(blank, ' ');
  return gap.length > 4 ? '…' : gap;
}
