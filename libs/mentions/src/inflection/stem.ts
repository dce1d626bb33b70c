import { isName } from '../names/dictionary.js';
import { endingsWithoutElative, pluralLocal, pluralWithoutElative, weakEndings } from './endings.js';

/** A stem as it is written, and the source of a regular expression for what may follow it. */
export interface Stem {
  stem: string;
  endings: string;
}

/** Is what looks like the elative of a stem the partitive of another name? Rantasta is of Rantanen, not of Ranta. */
const isPartitiveOfAnother = (stem: string): boolean => isName(`${stem}nen`);

/** A stem and its weak grades. One that has grades is found unweakened too: many names are inflected so. */
export const graded = (strong: string, weak: string[]): Stem[] => [
  {
    stem: strong,
    endings: weak.length > 0 && isPartitiveOfAnother(strong) ? endingsWithoutElative : weakEndings,
  },
  ...weak.map((stem) => ({ stem, endings: weakEndings })),
];

/** The plural in -i of a stem and of its weak grades, whose last vowel goes, or turns into another. */
export const gradedPlural = (strong: string, weak: string[], vowel = ''): Stem[] => {
  const plural = (stem: string): string => `${stem.slice(0, -1)}${vowel}i`;
  return [
    {
      stem: plural(strong),
      endings: isPartitiveOfAnother(plural(strong)) ? pluralWithoutElative : pluralLocal,
    },
    ...weak.map((stem) => ({ stem: plural(stem), endings: pluralLocal })),
  ];
};
