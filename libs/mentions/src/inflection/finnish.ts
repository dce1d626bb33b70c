import { isName } from '../names/dictionary.js';
import { consonantStems } from './consonant-stems.js';
import { A, clitic, markedEnding, pluralLocal, strongEndings } from './endings.js';
import { graded, gradedPlural, type Stem } from './stem.js';
import { strengthened, weakened } from './gradation.js';

/** Words in -i whose stem is in -e, as family names end in them (Mäki → Mäen), and the few given names that follow. */
const stemsInE =
  /(?:mäki|väki|käki|joki|noki|riihi|lehti|lahti|tähti|niemi|lumi|suomi|tuomi|nurmi|salmi|tammi|sormi|kurki|arki|järki|hauki|kaski|koski|järvi|kivi|hirvi|talvi|pilvi|sarvi|torvi|tyvi|saari|nuori|suuri|juuri|vuori|sääri|ääri|meri|veri|lampi|korpi|siipi|kieli|mieli|tuuli|pieni|sieni|uni|lohi|hanhi|tuli|vesi|susi|uusi|kuusi|käsi|jousi|kausi|tosi)$/;
const givenInE = new Set(['lumi', 'tähti', 'talvi', 'meri', 'uni']);

/** Given names that weaken as the words do that they are. */
const gradingGiven = new Set(['sampo', 'lempi', 'impi', 'into', 'ahti', 'tahto', 'aalto', 'virta', 'rauta']);

const longEnd = /[aeiouyäöå][aeiouyäöå]$/;

/** Salo, Matti, Kalle, Ranta: the stem is the name. */
function vowelStems(name: string, isFamily: boolean): Stem[] {
  const [body, last] = [name.slice(0, -1), name.slice(-1)];
  const weak = weakened(name, isFamily || gradingGiven.has(name));
  const pluralOf = (vowel: string, others: string): Stem[] => [
    { stem: body + vowel, endings: `(?:${others}|ihin|in${A}|i?den|itten|it${A})` },
    ...gradedPlural(name, weak, vowel),
  ];
  const plural =
    last === 'i'
      ? [...pluralOf('e', `j${A}`), { stem: name, endings: 'en' }]
      : 'aäå'.includes(last)
        ? pluralOf(last === 'ä' ? 'ö' : 'o', `j${A}|jen`)
        : pluralOf(last, `j${A}|jen`);
  return [
    ...graded(name, weak),
    { stem: name, endings: strongEndings },
    { stem: name, endings: `(?:${A}|${last}n|h${last}n${longEnd.test(name) ? `|t${A}` : ''})` },
    ...plural,
    ...(isFamily && 'aä'.includes(last) ? pluralInI(name, weak) : []),
    ...pluralOfLong(name),
  ];
}

/** Suo → Soiden, Soille; Sillanpää → Sillanpäiden, Sillanpäille. */
function pluralOfLong(name: string): Stem[] {
  const stem = name.replace(/(?:(?<=([aäouy]))\1|[uyi](?=[oöe]))(?=[oöe]?$)/, '');
  return stem === name ? [] : [{ stem: `${stem}i`, endings: `(?:${pluralLocal}|t${A}|den|tten|hin)` }];
}

/** Family names in -a beside those in -oi-: Sorsa → Sorsia. */
const pluralInI = (name: string, weak: string[]): Stem[] => [
  { stem: `${name.slice(0, -1)}i`, endings: `(?:${A}|en|in)` },
  ...gradedPlural(name, weak),
];

/** Mäki → Mäen, Mäkeä; Saari → Saarta; Vesi → Veden, Vettä. */
function stemsOfE(name: string): Stem[] {
  const body = name.slice(0, -1);
  const weak = weakened(`${body}e`, true);
  const dental = name.endsWith('si') ? body.slice(0, -1) : null;
  return [
    ...graded(`${body}e`, weak),
    { stem: `${body}e`, endings: `(?:${strongEndings}|en|${A})` },
    { stem: body, endings: `t(?:${A}|en)` },
    { stem: name, endings: `(?:${A}|en|in|n${A})` },
    ...gradedPlural(`${body}e`, weak),
    ...(dental === null
      ? []
      : [
          ...graded(`${dental}te`, [`${dental}de`]),
          { stem: `${dental}te`, endings: `(?:${strongEndings}|en)` },
          { stem: dental, endings: `tt${A}` },
        ]),
  ];
}

/** Laine → Laineen, Lainetta, Laineita; Rinne → Rinteen. */
const doubledE = (name: string): Stem[] => [
  { stem: name, endings: `tt${A}` },
  ...strengthened(name).flatMap((stem) => [
    ...graded(`${stem}e`, []),
    { stem: `${stem}e`, endings: `(?:${strongEndings}|seen)` },
    { stem: `${stem}i`, endings: `(?:${pluralLocal}|t${A}|den|tten|siin|hin)` },
  ]),
];

/** Virtanen → Virtasen, Virtasta, Virtaseen, Virtasten, Virtasia. */
const inNen = (name: string): Stem[] => {
  const body = name.slice(0, -3);
  return [
    ...graded(`${body}se`, []),
    { stem: `${body}se`, endings: `(?:${strongEndings}|en)` },
    { stem: `${body}s`, endings: `t(?:${A}|en)` },
    { stem: `${body}si`, endings: `(?:${pluralLocal}|${A}|en|in)` },
  ];
};

/** Kärki → Kärjen, but Rossi → Rossin: both, unless the stem in -e is another's name (Lampi and Lampen, Lauri and Lauren). */
const stemsInIOrE = (name: string): Stem[] => [
  ...vowelStems(name, true),
  ...(isName(`${name.slice(0, -1)}en`) || /([kpt])\1i$/.test(name) ? [] : stemsOfE(name)),
];

function stemsOf(name: string, isFamily: boolean): Stem[] {
  if (/..nen$/.test(name)) return inNen(name);
  if (!/[aeiouyäöåéèáøæüòóíú]$/.test(name)) return consonantStems(name, isFamily);
  if (name.endsWith('i') && isFamily) return stemsInE.test(name) ? stemsOfE(name) : stemsInIOrE(name);
  if (givenInE.has(name)) return [...stemsOfE(name), ...vowelStems(name, false)];
  if (name.endsWith('e') && (isFamily || name === 'sade' || name === 'säde'))
    return [...doubledE(name), ...vowelStems(name, isFamily)];
  return vowelStems(name, isFamily);
}

/**
 * Every stem that a name (one word, lower case) is inflected with, the name itself first, with the endings that may
 * follow. They allow somewhat more than the languages do, since people write so.
 */
export const inflect = (name: string, isFamily: boolean): Stem[] =>
  [
    {
      stem: name,
      endings: `(?:${name.endsWith('s') ? '' : 's|'}${isFamily ? 'arnas?|' : ''}[':]${markedEnding})?`,
    },
    ...stemsOf(name, isFamily),
  ].map(({ stem, endings }) => ({ stem, endings: endings + clitic }));
