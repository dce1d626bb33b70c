import { unweakenedEndings, weakEndings } from './endings.js';

/** A stem as it is written, and the source of a regular expression for what may follow it. */
export interface Stem {
  stem: string;
  endings: string;
}

/** A stem and its weak grades. One that has grades is found unweakened too: many names are inflected so. */
export const graded = (strong: string, weak: string[]): Stem[] => [
  { stem: strong, endings: weak.length > 0 ? unweakenedEndings : weakEndings },
  ...weak.map((stem) => ({ stem, endings: weakEndings })),
];
