import type { Identifiers } from '../identifiers.js';
import type { Mention } from '../mention.js';

/** Scripts that set no space between words. */
const unspaced =
  /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}ー]+$/u;

/** What may stand between the parts of a name: `王 小明`, `マリア・クローチェ`. */
const between = '[\\s\\u00a0\\u3000\\u00b7\\u30fb,\\uff0c]{0,3}';

const partsOf = (names: string[]): string[] =>
  names
    .flatMap((name) => name.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? [])
    .filter((part) => unspaced.test(part));

/**
 * Regular expressions, for PostgreSQL as for JavaScript, of a person's whole names in scripts without spaces between
 * words: a part of whatever stands around them, either name first, with a space or without.
 */
export function wholeNames(of: Pick<Identifiers, 'firstNames' | 'lastNames'>): string[] {
  const [given, family] = [partsOf(of.firstNames), partsOf(of.lastNames)];
  return given.flatMap((first) => family.flatMap((last) => [last + between + first, first + between + last]));
}

/** Finds such names: both parts are there, so they are sure. */
export class WholeNameSearch {
  private readonly pattern: RegExp | null;

  constructor(of: Identifiers) {
    const sources = wholeNames(of);
    this.pattern = sources.length === 0 ? null : new RegExp(sources.join('|'), 'gu');
  }

  find(text: string): Mention[] {
    if (!this.pattern) return [];
    return Array.from(text.matchAll(this.pattern), ({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
      kind: 'full_name',
      certainty: 'sure',
    }));
  }
}
