import type { Identifiers } from './identifiers.js';
import type { PersonNames } from './names/person-names.js';
import { lower, sourceOf } from './text/letters.js';
import { startsOf } from './text/starts.js';
import { decodeLetters } from './text/written-letters.js';

/** Marks apart from their letters, what cannot be seen, other apostrophes, entities: what hides a name from a plain search. */
const unusual = /[\u00ad\u0130]|[\u200b-\u200d]|\p{M}|[’‘ʼ´`]|&[a-z#]|%c3/iu;

/** A quick look whether a text can name the person at all; most texts name nobody. */
export class Probe {
  private readonly pattern: RegExp;

  constructor(of: Identifiers, names: PersonNames, handles: string[]) {
    const starts = [...names.first, ...names.last].flatMap(({ stems }) =>
      startsOf(stems.map(({ stem }) => stem)),
    );
    const locals = of.emails.map((email) => lower(email.trim()).replace(/[+@].*$/, '')).filter(Boolean);
    const sources = [...starts, ...locals, ...handles].map((text) => sourceOf(text, true));
    this.pattern = new RegExp(sources.length === 0 ? '(?!)' : [...new Set(sources)].join('|'), 'i');
  }

  test(text: string): boolean {
    return this.pattern.test(text) || (unusual.test(text) && this.pattern.test(lower(decodeLetters(text))));
  }
}
