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
  ħ: ['h'],
  ŧ: ['t'],
  ŋ: ['n'],
  ς: ['σ'],
};

const withoutMarks = (letter: string): string => letter.normalize('NFD').replace(/\p{M}+/gu, '');

/** How a lower-case letter may be written without its marks: å → a, aa; é → e; t → t. */
const spellings = (letter: string): string[] => unmarked[letter] ?? [withoutMarks(letter)];

/** Lower case and composed (İ too), without what cannot be seen; apostrophes are one. Shape and meaning stay, length may not. */
export const lower = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFC')
    .replace(/i\u0307/g, 'i')
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
