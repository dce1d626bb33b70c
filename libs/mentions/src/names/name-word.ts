import { inflect } from '../inflection/finnish.js';
import type { Stem } from '../inflection/stem.js';
import { fold, lower, sourceOf } from '../text/letters.js';

export interface NameForm {
  /** The nominative. */
  isBase: boolean;
  /** Only if ä, å and ö are let stand where the name has a and o. */
  isLoose: boolean;
}

/** One word of a name, in all its forms. */
export class NameWord {
  readonly key: string;
  readonly stems: Stem[];
  private readonly base: RegExp;
  private readonly strict: RegExp;
  private readonly loose: RegExp;

  constructor(name: string, isFamily: boolean) {
    this.key = lower(name);
    this.stems = inflect(this.key, isFamily);
    const anyForm = (isLoose: boolean): RegExp =>
      new RegExp(
        `^(?:${this.stems.map(({ stem, endings }) => `${sourceOf(stem, isLoose)}${endings}`).join('|')})$`,
      );
    this.base = new RegExp(`^${sourceOf(this.key)}$`);
    this.strict = anyForm(false);
    this.loose = anyForm(true);
  }

  /** Is a word (its key) the name in some form? */
  match(key: string): NameForm | null {
    if (this.base.test(key)) return { isBase: true, isLoose: false };
    if (this.strict.test(key)) return { isBase: false, isLoose: false };
    return this.loose.test(key) ? { isBase: fold(key) === fold(this.key), isLoose: true } : null;
  }
}
