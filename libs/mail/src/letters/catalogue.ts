import type { Letter } from './letter.js';
import type { CataloguedLetter, Frame, LetterValues } from './letter-values.js';

/** Every letter in one language. */
export interface Catalogue {
  letters: { [Template in CataloguedLetter]: (values: LetterValues[Template], frame: Frame) => Letter };
  /** The last line of every letter: who wrote it, and that nobody reads answers. */
  footer: (company: string) => string;
}
