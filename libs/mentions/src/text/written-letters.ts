import { lower } from './letters.js';

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
const whole: Record<string, string> = {
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  szlig: 'ß',
  oslash: 'ø',
  Oslash: 'Ø',
};

/** Letters of Latin scripts as HTML or an address writes them (`&auml;`, `&#228;`, `%C3%A4`): a part of their word. */
export const writtenLetter =
  '(?:&(?:[a-zA-Z](?:uml|ring|acute|grave|circ|tilde|cedil|slash|caron)|(?:ae|AE|oe|OE)lig|szlig|#(?:19[2-9]|[2-5][0-9][0-9])|#[xX]0{0,2}(?:[c-fC-F][0-9a-fA-F]|[12][0-9a-fA-F]{2}));|%[cC]3%[89abAB][0-9a-fA-F])';

const writtenLetters = new RegExp(writtenLetter, 'g');

function decode(written: string): string {
  if (written.startsWith('%')) return decodeURIComponent(written);
  const name = written.slice(1, -1);
  const number = /^#(x?)0*([0-9a-f]+)$/i.exec(name);
  if (number) return String.fromCodePoint(parseInt(number[2] ?? '', number[1] ? 16 : 10));
  return whole[name] ?? (name.slice(0, 1) + (marks[name.slice(1)] ?? '')).normalize('NFC');
}

/** A text with the letters that are written in ASCII as they are. */
export const decodeLetters = (text: string): string => text.replace(writtenLetters, decode);

const isAscii = (letter: string): boolean => letter < '\x80';

/** The name of a letter in HTML (ä → auml); itself where it has none. */
function named(letter: string): string {
  const [base, mark] = letter.normalize('NFD');
  const name = Object.entries(whole).find(([, other]) => other === letter)?.[0];
  const markName = Object.entries(marks).find(([, other]) => other === mark)?.[0];
  return name ? `&${name};` : markName ? `&${base}${markName};` : letter;
}

const numbered = (letter: string): string => `&#${letter.codePointAt(0) ?? 0};`;
const inHexadecimal = (letter: string): string => `&#x${(letter.codePointAt(0) ?? 0).toString(16)};`;

const written = (name: string, way: (letter: string) => string): string =>
  lower(Array.from(name, (letter) => (isAscii(letter) ? letter : way(letter))).join(''));

/**
 * The ways in which ASCII writes a name (lower case, perhaps with a capital) that has other letters, each folded; none
 * where it has none. In a capital name the others are small.
 */
export function writtenForms(name: string): string[] {
  if (Array.from(name).every(isAscii)) return [];
  const capital = name.slice(0, 1).toUpperCase() + name.slice(1);
  return [name, capital].flatMap((spelled) =>
    [named, numbered, inHexadecimal, encodeURIComponent].map((way) => written(spelled, way)),
  );
}
