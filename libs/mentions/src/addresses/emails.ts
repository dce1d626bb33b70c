import type { Identifiers } from '../identifiers.js';
import type { Mention } from '../mention.js';
import type { NameWord } from '../names/name-word.js';
import type { PersonNames } from '../names/person-names.js';
import { fold, foldSpelledOut, lower } from '../text/letters.js';

/** Where an e-mail address stands in a text, whoever's it is. */
export interface Address {
  start: number;
  end: number;
}

const localEnd = /[\p{L}\p{M}\p{N}._%+'’-]+$/u;
const domainStart = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+/u;

/** Every e-mail address of a text. */
export function addressesOf(text: string): Address[] {
  const found: Address[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = localEnd.exec(text.slice(Math.max(0, at - 64), at))?.[0].replace(/^[.'’-]+/, '');
    const domain = domainStart.exec(text.slice(at + 1, at + 254))?.[0];
    if (local && domain) found.push({ start: at - local.length, end: at + 1 + domain.length });
  }
  return found;
}

/** An address as it is compared: lower case, without the tag behind a plus. */
const normalise = (address: string): string => lower(address).replace(/\+[^@]*(?=@)/, '');

const spelled = (words: NameWord[]): Set<string> =>
  new Set(
    words.flatMap(({ key }) => [key, fold(key), foldSpelledOut(key)].map((name) => name.replaceAll("'", ''))),
  );

type Part = 'first' | 'last' | 'initial' | 'both' | 'other';

/** Tells whether an address is the person's: one that is on record, or one that is made of their names. */
export class EmailSearch {
  private readonly known: Set<string>;
  private readonly first: Set<string>;
  private readonly last: Set<string>;

  constructor(of: Identifiers, names: PersonNames) {
    this.known = new Set(
      of.emails.map((email) => normalise(email.trim())).filter((email) => email.includes('@')),
    );
    this.first = spelled(names.first);
    this.last = spelled(names.last);
  }

  find(text: string, addresses: Address[]): Mention[] {
    return addresses.flatMap(({ start, end }): Mention[] => {
      const address = text.slice(start, end);
      const tag = /\+([^@]+)@/.exec(lower(address))?.[1];
      const certainty = this.judge(normalise(address)) ?? (tag ? this.judge(`${tag}@`) : null);
      return certainty ? [{ start, end, kind: 'email', certainty }] : [];
    });
  }

  private judge(address: string): Mention['certainty'] | null {
    if (this.known.has(address)) return 'sure';
    const local = address.slice(0, address.lastIndexOf('@')).replace(/[0-9]+$/, '');
    const words = local.split(/[._-]+/).filter(Boolean);
    const parts = words.map((word) => this.partOf(word));
    if (parts.includes('other')) return null;
    if (parts.includes('both') || (parts.includes('first') && parts.includes('last'))) return 'sure';
    const isNamed = parts.some(
      (part, n) => (part === 'first' || part === 'last') && (words[n] ?? '').length > 2,
    );
    return isNamed ? 'doubtful' : null;
  }

  private partOf(part: string): Part {
    if (this.first.has(part)) return 'first';
    if (this.last.has(part)) return 'last';
    if (part.length === 1) return this.startsAName(part) ? 'initial' : 'other';
    for (const last of this.last) {
      const rest = part.startsWith(last)
        ? part.slice(last.length)
        : part.endsWith(last)
          ? part.slice(0, -last.length)
          : '';
      if (this.first.has(rest)) return 'both';
      if (rest.length > 0 && rest.length <= 2 && this.startsAName(rest)) return 'last';
    }
    return 'other';
  }

  private startsAName(initial: string): boolean {
    return [...this.first, ...this.last].some((name) => name.startsWith(initial.slice(0, 1)));
  }
}
