import { wordsOf } from './fold.js';
import { beginning, exactly, type Alternatives, type Lexeme } from './tsquery.js';

/** One thing that was typed, and how it may stand in an entry: as it is, as the beginning of a word, or in the record's name. */
export interface Token {
  /** The folded word; null for a number. */
  word: string | null;
  exact: Alternatives;
  prefix: Alternatives;
  /** Null for a number: numbers are in no name. */
  nameExact: Alternatives | null;
  namePrefix: Alternatives | null;
}

/** More than these would narrow nothing any further. */
const mostTokens = 8;
const mostPieces = 20;

/** A piece of a phone number or a business id: digits and what people put between them. */
const numeric = /^[+(]*\d[\d().\-/]*$/;

/** Country calling codes (ITU-T E.164), with which a number in international form begins. */
const callingCode =
  /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|(?:2[1-689]|3[578]|42|5[09]|6[7-9]|8[035789]|9[679])\d)/;

/** What was typed as tokens, numbers that stand together as one: `åsa 040 123` is a name and a phone. */
export function parseQuery(text: string): Token[] {
  const tokens = new Map<string, Token>();
  const add = (token: Token) => tokens.set(JSON.stringify(token.prefix), token);
  let number: string[] = [];
  const endNumber = () => {
    if (number.length > 0) add(numberToken(number));
    number = [];
  };
  for (const piece of text.split(/\s+/).filter(Boolean).slice(0, mostPieces)) {
    if (numeric.test(piece)) {
      number.push(piece);
      continue;
    }
    endNumber();
    for (const word of wordsOf(piece)) add(/^\d{3,}$/.test(word) ? numberToken([word]) : wordToken(word));
  }
  endNumber();
  return [...tokens.values()].slice(0, mostTokens);
}

function wordToken(word: string): Token {
  return {
    word,
    exact: [[exactly(word)]],
    prefix: [[beginning(word)]],
    nameExact: [[exactly(`=${word}`)]],
    namePrefix: [[beginning(`=${word}`)]],
  };
}

function numberToken(pieces: string[]): Token {
  const words = pieces.flatMap(wordsOf);
  const digits = numberForms(pieces).map((lexeme): Lexeme[] => [beginning(lexeme)]);
  return {
    word: null,
    exact: [...digits, words.map(exactly)],
    prefix: [...digits, words.map(beginning)],
    nameExact: null,
    namePrefix: null,
  };
}

/**
 * How the digits may begin in an entry: a number without its country code and leading zero (`+358 40 123` and `040 123`
 * are `#40123`), a business id as it is, or the last digits of a phone, read backwards.
 */
function numberForms(pieces: string[]): string[] {
  const typed = pieces.join('');
  const digits = typed.replace(/\D/g, '');
  if (digits.length < 2) return [];
  const isInternational = typed.startsWith('+') || typed.startsWith('00');
  const bare = digits.replace(/^0+/, '');
  const forms = isInternational ? [] : [digits, bare];
  if (isInternational || digits.startsWith('358') || (bare === digits && digits.length >= 10))
    forms.push(bare.replace(callingCode, ''));
  const front = forms.filter((form) => form.length >= 2).map((form) => `#${form}`);
  const last = isInternational || digits.length < 3 ? [] : digits.length < 7 ? [digits] : [bare];
  return [...new Set([...front, ...last.map((form) => `~${[...form].reverse().join('')}`)])];
}
