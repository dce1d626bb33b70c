/** What a letter with a mark is written as where the mark is missing (strictly in this order: plain, then spelled out). */
const unmarked: Record<string, string[]> = {
  ä: ['a', 'ae'],
  ö: ['o', 'oe'],
  å: ['a', 'aa'],
  ü: ['u', 'ue'],
  ø: ['o', 'oe'],
  æ: ['a', 'ae'],
  œ: ['o', 'oe'],
  ß: ['s', 'ss'],
  đ: ['d'],
  ð: ['d'],
  ł: ['l'],
  þ: ['t', 'th'],
  ı: ['i'],
};

const withoutMarks = (letter: string): string => letter.normalize('NFD').replace(/\p{M}+/gu, '');

/** How a lower-case letter may be written without its marks: å → a, aa; é → e; t → t. */
const spellings = (letter: string): string[] => unmarked[letter] ?? [withoutMarks(letter)];

/** Lower case and composed, without what cannot be seen; apostrophes are one. Shape and meaning stay, length may not. */
export const lower = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d]/g, '')
    .replace(/[’‘ʼ´`]/g, "'");

/** Lower case without any mark, as the database's `search_fold` makes it. */
export const fold = (text: string): string =>
  Array.from(lower(text), (letter) => spellings(letter)[0] ?? '')
    .join('')
    .replaceAll("'", '');

/** The same with ä, ö, å spelled out as ae, oe, aa. */
export const foldSpelledOut = (text: string): string =>
  Array.from(lower(text), (letter) => spellings(letter).at(-1) ?? '')
    .join('')
    .replaceAll("'", '');

const accents: Record<string, string> = {
  a: 'áàâã',
  e: 'éèêë',
  i: 'íìîï',
  o: 'óòôõø',
  u: 'úùû',
  n: 'ñ',
  c: 'çč',
  s: 'šśş',
  z: 'žź',
  y: 'ý',
  l: 'ł',
};
const nordic: Record<string, string> = { a: 'äå', o: 'ö', u: 'ü' };

const escape = (letter: string): string => letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&');

function letterSource(letter: string, isLoose: boolean): string {
  if (letter === "'") return "'?";
  const plain = accents[letter];
  if (plain !== undefined || nordic[letter])
    return `[${letter}${plain ?? ''}${isLoose ? (nordic[letter] ?? '') : ''}]`;
  const others = spellings(letter).filter((other) => other !== letter && other !== '');
  if (others.length === 0) return escape(letter);
  return `(?:${[letter, ...others.toReversed()].map(escape).join('|')})`;
}

/**
 * The source of a regular expression for a name in lower-case text: marks may be missing or spelled out. `isLoose`: ä, å
 * and ö may also stand where the name has none, which is how a name reads that was stored without them.
 */
export const sourceOf = (name: string, isLoose = false): string =>
  Array.from(name, (letter) => letterSource(letter, isLoose)).join('');

const namedMarks: [mark: RegExp, name: string][] = [
  [/\u0308/, 'uml'],
  [/\u030a/, 'ring'],
  [/\u0301/, 'acute'],
  [/\u0300/, 'grave'],
  [/\u0302/, 'circ'],
  [/\u0303/, 'tilde'],
  [/\u0327/, 'cedil'],
];
const namedLetters: Record<string, string> = { ø: 'oslash', æ: 'aelig', ß: 'szlig' };

/** The name of a lower-case letter in HTML (ä → auml); null where it has none. */
const entityName = (letter: string): string | null => {
  const mark = namedMarks.find(([pattern]) => pattern.test(letter.normalize('NFD')))?.[1];
  return namedLetters[letter] ?? (mark ? withoutMarks(letter) + mark : null);
};

/** The ways HTML writes a lower-case name that has letters beyond ASCII: named, decimal and hexadecimal; else none. */
export function entityForms(name: string): string[] {
  if (/^[\0-\x7f]*$/.test(name)) return [];
  const written = (way: (letter: string) => string): string =>
    Array.from(name, (letter) => (letter < '\x80' ? letter : way(letter))).join('');
  const code = (letter: string): number => letter.codePointAt(0) ?? 0;
  const numeric = (text: (letter: string) => string): string[] => {
    const [first = '', ...rest] = Array.from(name);
    return [first, first.toUpperCase()].map((head) =>
      Array.from([head, ...rest], (letter) => (letter < '\x80' ? letter : text(letter)))
        .join('')
        .toLowerCase(),
    );
  };
  return [
    ...new Set([
      written((letter) => {
        const named = entityName(letter);
        return named ? `&${named};` : letter;
      }),
      ...numeric((letter) => `&#${code(letter)};`),
      ...numeric((letter) => `&#x${code(letter).toString(16)};`),
    ]),
  ];
}

/** Letters of Latin scripts as HTML entities: a part of the word that they stand in. */
export const letterEntity =
  '&(?:[a-zA-Z](?:uml|ring|acute|grave|circ|tilde|cedil|slash|caron)|(?:ae|AE|oe|OE)lig|szlig|#(?:19[2-9]|[2-5][0-9][0-9])|#[xX]0{0,2}(?:[c-fC-F][0-9a-fA-F]|[12][0-9a-fA-F]{2}));';

const marks: Record<string, string> = {
  uml: '\u0308',
  ring: '\u030a',
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  cedil: '\u0327',
  caron: '\u030c',
};
const whole: Record<string, string> = { aelig: 'æ', oelig: 'œ', szlig: 'ß', oslash: 'ø' };

const entityPattern = new RegExp(letterEntity, 'g');

/** A text with the entities of letters (`&auml;`, `&#228;`) as the letters. */
export const decodeLetters = (text: string): string =>
  text.replace(entityPattern, (entity) => {
    const name = entity.slice(1, -1);
    const number = /^#(x?)0*([0-9a-f]+)$/i.exec(name);
    if (number) return String.fromCodePoint(parseInt(number[2] ?? '', number[1] ? 16 : 10));
    const isUpper = /^[A-Z]/.test(name);
    const letter = whole[name.toLowerCase()] ?? name.slice(0, 1) + (marks[name.slice(1).toLowerCase()] ?? '');
    return (isUpper ? letter.toUpperCase() : letter).normalize('NFC');
  });
