import type { Identifiers } from '../identifiers.js';
import { fold, lower } from '../text/letters.js';
import type { Word } from '../text/words.js';
import { NameWord, type NameForm } from './name-word.js';
import { isOrdinaryWord } from './ordinary-words.js';

/** A word of a text that is a name of the person, as a given or as a family name (or either: Kari). */
export interface NameHit {
  first: (NameForm & { name: NameWord }) | null;
  last: (NameForm & { name: NameWord }) | null;
}

const particles = new Set([
  'von',
  'af',
  'av',
  'de',
  'du',
  'da',
  'di',
  'van',
  'der',
  'den',
  'la',
  'le',
  'del',
  'zu',
  'ter',
  'al',
  'el',
]);

const partsOf = (names: string[]): string[] =>
  names.flatMap((name) => lower(name).match(/[\p{L}\p{M}']+/gu) ?? []);

const joinedOf = (names: string[]): string[] =>
  names
    .flatMap((name) => lower(name).split(/\s+/))
    .filter((name) => name.includes('-'))
    .map((name) => name.replaceAll('-', ''));

const wordsFor = (names: string[], isFamily: boolean): NameWord[] => {
  const whole = new Set([...partsOf(names), ...joinedOf(names)].filter((part) => !particles.has(part)));
  return [...whole]
    .filter((part) => part.length > 1 && /^\p{L}[\p{L}\p{M}']*$/u.test(part))
    .map((part) => new NameWord(part, isFamily));
};

const initialsOf = (words: NameWord[]): Set<string> => new Set(words.map(({ key }) => key.slice(0, 1)));

/** The names of one person, ready to be recognised. */
export class PersonNames {
  readonly first: NameWord[];
  readonly last: NameWord[];
  readonly firstInitials: Set<string>;
  readonly lastInitials: Set<string>;
  private readonly particles: Set<string>;
  private readonly heads: Set<string>;
  private readonly byLetter = new Map<string, { first: NameWord[]; last: NameWord[] }>();

  constructor(of: Identifiers) {
    this.first = wordsFor(of.firstNames, false);
    this.last = wordsFor(of.lastNames, true);
    this.firstInitials = initialsOf(this.first);
    this.lastInitials = initialsOf(this.last);
    this.particles = new Set(partsOf(of.lastNames).filter((part) => particles.has(part)));
    for (const kind of ['first', 'last'] as const)
      for (const name of this[kind]) this.at(name.key)[kind].push(name);
    this.heads = new Set(
      Array.from('abcdefghijklmnopqrstuvwxyzåäö').filter((head) => this.byLetter.has(fold(head))),
    );
    for (const head of this.heads) this.heads.add(head.toUpperCase());
  }

  /** May a word be one of the names, by its first character? */
  mayBe({ raw }: Word): boolean {
    const head = raw.slice(0, 1);
    return this.heads.has(head) || !/[a-zåäö0-9]/i.test(head);
  }

  /** Is a word of a text (its key) one of the names? */
  hit(key: string): NameHit | null {
    const names = this.byLetter.get(fold(key.slice(0, 1)));
    if (!names) return null;
    const first = best(names.first, key);
    const last = best(names.last, key);
    return first || last ? { first, last } : null;
  }

  /** A name of two letters (Bo, Ek) tells nothing away from the person, unless all that is known is as short. */
  isTooShort(name: NameWord): boolean {
    return name.key.length <= 2 && [...this.first, ...this.last].some(({ key }) => key.length > 2);
  }

  /** Is a given name a short form of one of the person's, or misspelled by a letter: Aleksi for Aleksanteri, Maja for Maija? */
  isLikeFirst(key: string): boolean {
    const written = fold(key);
    return this.first.some((name) => isShortFormOrSlip(written, fold(name.key)));
  }

  /** Is a word the `von` of the person's name? */
  isParticle(key: string): boolean {
    return this.particles.has(key);
  }

  private at(key: string): { first: NameWord[]; last: NameWord[] } {
    const letter = fold(key.slice(0, 1));
    const names = this.byLetter.get(letter) ?? { first: [], last: [] };
    this.byLetter.set(letter, names);
    return names;
  }
}

function best(names: NameWord[], key: string): NameHit['first'] {
  let found: NameHit['first'] = null;
  for (const name of names) {
    const form = name.match(key);
    if (form && (!found || form.isBase || (found.isLoose && !form.isLoose))) found = { ...form, name };
  }
  return found;
}

/** Is a form of a name an ordinary word too? Salonen in the partitive is the town Salo in the elative. */
export const isOrdinaryForm = (name: NameWord, key: string): boolean =>
  isOrdinaryWord(name.key) ||
  (name.key.endsWith('nen') && /st[aä]$/.test(key) && isOrdinaryWord(name.key.slice(0, -3)));

/** The longer begins like the shorter, by four letters where it has as many; or it has one letter more within. */
function isShortFormOrSlip(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 3) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  const hasOneMore = long.length === short.length + 1 && long.endsWith(short.slice(same));
  return same >= Math.min(4, short.length) || (same > 0 && short.length >= 4 && hasOneMore);
}
