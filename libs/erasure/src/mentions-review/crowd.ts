import { decodeLetters, searchStems, wordStarts, type Identifiers } from '@seloste/mentions';
import { wordsOf } from '@seloste/search';
import type { Judge, RowLinks } from './judge.js';
import { joinedNames, unspacedPattern } from './patterns.js';

/** Which of the names of somebody a word begins like. */
interface Hit {
  judge: Judge;
  part: 'given' | 'family';
}

/** In whose records a text may name somebody of many. */
export type Reach = 'anywhere' | 'near' | 'nowhere';

/** Of so many words it is remembered whose names they begin like: texts say the same words over and over. */
const remembered = 50_000;

const nobody: Identifiers = { firstNames: [], lastNames: [], emails: [], phones: [], handles: [] };
const nowhere: RowLinks = { people: [], companies: [] };
const address = /[^\s<>()[\]",;:]+@[^\s<>()[\]",;:]+/g;

/** Two initials: `MJ`. */
const pair = /(?<!\p{L})\p{Lu}{2}(?!\p{L})/u;

/** As it reads where HTML, an address or JSON wrote it: `M&auml;kel&auml;`, `?who=Matti%20M%C3%A4kel%C3%A4`, `\\nMatti`. */
const plainly = (text: string): string =>
  /[&%\\]/.test(text)
    ? decodeLetters(text)
        .replace(/%2[0bc]|\\[nrt]/gi, ' ')
        .replaceAll('%40', '@')
    : text;

/** Without the tag behind a plus. */
const plain = (email: string): string =>
  email
    .toLowerCase()
    .replace(/\+[^@]*(?=@)/, '')
    .replace(/[.'’]+$/, '');

/**
 * Many people who are looked for at once: tells of a text for whom it is to be read, at the cost of its words and not
 * of the people. For what may surely mean somebody; a given or family name alone counts beside their own records only.
 */
export class Crowd {
  private readonly names = new Map<string, Hit[]>();
  private readonly hits = new Map<string, readonly Hit[]>();
  private readonly lengths = new Set<number>();
  private readonly emails = new Map<string, Judge[]>();
  private readonly numbers = new Map<string, Judge[]>();
  private readonly people = new Map<string, Judge[]>();
  private readonly companies = new Map<string, Judge[]>();
  private readonly tails = new Set<number>();
  private readonly unspaced: { judge: Judge; pattern: RegExp }[] = [];

  constructor(readonly judges: Judge[]) {
    for (const judge of judges) this.add(judge);
  }

  /** In whose records a text may name somebody of them: in anybody's, or in their own and their companies' alone. */
  reachOf(text: string): Reach {
    const read = plainly(text);
    const words = wordsOf(read);
    if (this.named({ text: read, words }, nowhere).size > 0) return 'anywhere';
    return words.some((word) => this.hitsOf(word).length > 0) ? 'near' : 'nowhere';
  }

  /** In whose records a text counts that names somebody half. */
  get near(): RowLinks {
    return { people: [...this.people.keys()], companies: [...this.companies.keys()] };
  }

  /** For whom a text, or the texts of one record, are to be read. */
  candidates(text: string, links: RowLinks): Judge[] {
    if (this.judges.length === 1) return this.judges;
    const read = plainly(text);
    return [...this.named({ text: read, words: wordsOf(read) }, links)];
  }

  /** For whom a text is to be read where a given or family name alone may be theirs. */
  halfNamed(text: string, links: RowLinks): Judge[] {
    const read = plainly(text);
    const words = wordsOf(read);
    const found = this.named({ text: read, words }, links);
    for (const word of words) for (const { judge } of this.hitsOf(word)) found.add(judge);
    return [...found];
  }

  /** Of a text as {@link plainly} has it, and its words. */
  private named({ text, words }: { text: string; words: string[] }, { people, companies }: RowLinks) {
    const found = new Set<Judge>();
    for (const id of people) this.people.get(id)?.forEach((judge) => found.add(judge));
    for (const id of companies) this.companies.get(id)?.forEach((judge) => found.add(judge));
    this.addNamed(text, words, found);
    this.addAddressed(text, found);
    this.addNumbered(text, found);
    for (const { judge, pattern } of this.unspaced) if (pattern.test(text)) found.add(judge);
    return found;
  }

  private addAddressed(text: string, found: Set<Judge>): void {
    if (!text.includes('@')) return;
    for (const [email] of text.matchAll(address))
      this.emails.get(plain(email))?.forEach((judge) => found.add(judge));
  }

  private addNamed(text: string, words: string[], found: Set<Judge>): void {
    const given = new Set<Judge>();
    const family = new Set<Judge>();
    for (const word of words)
      for (const { judge, part } of this.hitsOf(word)) (part === 'given' ? given : family).add(judge);
    if (given.size === 0 && family.size === 0) return;
    // `M. Virtanen`, `MJ Virtanen`.
    const hasInitial = pair.test(text) || words.some(({ length }) => length === 1);
    for (const judge of family) if (given.has(judge) || hasInitial) found.add(judge);
    if (hasInitial) for (const judge of given) found.add(judge);
  }

  /** Whose names a word begins like. */
  private hitsOf(word: string): readonly Hit[] {
    const known = this.hits.get(word);
    if (known) return known;
    const hits: Hit[] = [];
    for (const length of this.lengths)
      if (length <= word.length) hits.push(...(this.names.get(word.slice(0, length)) ?? []));
    if (this.hits.size < remembered) this.hits.set(word, hits);
    return hits;
  }

  private addNumbered(text: string, found: Set<Judge>): void {
    const digits = text.replace(/\D/g, '');
    for (const length of this.tails)
      for (let at = 0; at + length <= digits.length; at++)
        this.numbers.get(digits.slice(at, at + length))?.forEach((judge) => found.add(judge));
  }

  private add(judge: Judge): void {
    const { contactId, companyIds, identifiers } = judge.person;
    const { firstNames, lastNames, emails, handles, phones } = identifiers;
    put(this.people, contactId, judge);
    for (const id of companyIds) put(this.companies, id, judge);
    for (const email of emails) put(this.emails, plain(email), judge);
    for (const tail of searchStems({ ...nobody, phones }).digits) {
      this.tails.add(tail.length);
      put(this.numbers, tail, judge);
    }
    const starts = wordStarts({ firstNames, lastNames });
    this.addStems(judge, 'given', starts.first);
    this.addStems(judge, 'family', starts.last);
    const pattern = unspacedPattern(identifiers);
    if (pattern !== null) this.unspaced.push({ judge, pattern: new RegExp(pattern, 'u') });
    for (const part of ['given', 'family'] as const)
      this.addStems(judge, part, [...handles, ...joinedNames(identifiers)]);
  }

  /** A stem of several words is known by its first. Letters that are written in ASCII are decoded in the text instead. */
  private addStems(judge: Judge, part: Hit['part'], written: string[]): void {
    const stems = written.filter((stem) => !/[&%]/.test(stem));
    for (const stem of new Set(stems.flatMap((one) => wordsOf(one)[0] ?? []))) {
      this.lengths.add(stem.length);
      put(this.names, stem, { judge, part });
    }
  }
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
