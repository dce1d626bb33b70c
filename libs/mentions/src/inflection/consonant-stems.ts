import { A, pluralLocal, strongEndings } from './endings.js';
import { strengthened } from './gradation.js';
import { graded, type Stem } from './stem.js';

/** A stem in a vowel with all endings of the singular and what the plural begins with. */
const full = (stem: string, partitive: string): Stem[] => [
  ...graded(stem, []),
  { stem, endings: `(?:${strongEndings}|${stem.slice(-1)}n|${partitive})` },
];

/** Markus → Markuksen, Markusta; Johannes, Elias and Iris likewise. */
const inKse = (name: string): Stem[] => {
  const body = `${name.slice(0, -1)}ks`;
  return [
    ...full(`${body}e`, A),
    { stem: `${body}i`, endings: `(?:${pluralLocal}|${A}|en|in)` },
    { stem: name, endings: `t(?:${A}|en)` },
  ];
};

/** Kangas → Kankaan, Kangasta, Kankaita; Kauris → Kauriin. */
const inLongVowel = (name: string): Stem[] =>
  strengthened(name.slice(0, -1)).flatMap((stem) => [
    ...graded(stem + stem.slice(-1), []),
    { stem: stem + stem.slice(-1), endings: `(?:${strongEndings}|seen)` },
    {
      stem: stem.endsWith('i') ? stem : `${stem}i`,
      endings: `(?:${pluralLocal}|i?t${A}|i?den|i?tten|i?siin|i?hin)`,
    },
  ]);

/** Joutsen → Joutsenen, Joutsenta; Manner → Mantereen. */
const inE = (name: string): Stem[] => [
  ...full(`${name}e`, A),
  { stem: name, endings: `t(?:${A}|en)` },
  { stem: `${name}i`, endings: `(?:${A}|en|${pluralLocal})` },
  ...strengthened(name.slice(0, -1))
    .slice(1)
    .flatMap((body) => {
      const stem = `${body}${name.slice(-1)}e`;
      return [
        ...full(stem, A),
        ...graded(`${stem}e`, []),
        { stem: `${stem}e`, endings: `(?:${strongEndings}|seen)` },
        { stem: `${stem.slice(0, -1)}ei`, endings: `(?:${pluralLocal}|t${A}|den|tten|siin|hin)` },
      ];
    }),
];

/** Eklund → Eklundin, Eklundia, Eklundeja: every name that Finnish borrows. */
const inI = (name: string): Stem[] => [
  ...full(`${name}i`, A),
  { stem: `${name}i`, endings: 'en' },
  { stem: `${name}e`, endings: `(?:j${A}|ihin|i${pluralLocal})` },
];

/** The stems of a name that ends in a consonant. */
export function consonantStems(name: string, isFamily: boolean): Stem[] {
  const body = name.slice(0, -1);
  return [
    ...inI(name),
    ...(/[aeiouyäö]s$/.test(name) ? inKse(name) : []),
    ...(/[aäi]s$/.test(name) ? inLongVowel(name) : []),
    ...(isFamily && /[uy]s$/.test(name)
      ? [...graded(`${body}te`, [`${body}de`]), { stem: body, endings: `tt${A}` }]
      : []),
    ...(isFamily && /(?:e[nlr]|ar|al|är|äl)$/.test(name) ? inE(name) : []),
    ...(isFamily && /in$/.test(name) ? [...full(`${body}me`, A), { stem: name, endings: `t${A}` }] : []),
    ...(isFamily && /[uy]t$/.test(name) ? full(`${body}e`, `t${A}`) : []),
  ];
}
