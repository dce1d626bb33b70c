import { searchStems, wholeNames, wordStarts, type Identifiers } from '@seloste/mentions';
import { wordsOf } from '@seloste/search';

/** How a folded letter may stand in a text. */
const marked: Record<string, string> = {
  a: 'aàáâãäåāăąæ',
  c: 'cçćĉċč',
  d: 'dďđð',
  e: 'eèéêëēĕėęě',
  g: 'gĝğġģ',
  h: 'hĥħ',
  i: 'iìíîïĩīĭįı',
  j: 'jĵ',
  k: 'kķ',
  l: 'lĺļľŀł',
  n: 'nñńņňŋ',
  o: 'oòóôõöøōŏőœ',
  r: 'rŕŗř',
  s: 'sśŝşšșß',
  t: 'tţťŧțþ',
  u: 'uùúûüũūŭůűų',
  w: 'wŵ',
  y: 'yýÿŷ',
  z: 'zźżž',
};
/** What vanishes when a text is folded: combining marks, soft hyphens. And entities of HTML, which any letter may be. */
const disguised = '[\\u0300-\\u036f\\u00ad\\u200b-\\u200d]|&[a-zA-Z#][a-zA-Z0-9]{1,7};';

const escaped = (letter: string): string => letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&');

function letterPattern(letter: string): string {
  if (!/\p{L}/u.test(letter)) return escaped(letter);
  const forms = marked[letter] ?? letter;
  return `[${forms}${forms.toUpperCase().replace(/[^\p{Lu}]/gu, '')}]`;
}

const wordPattern = (folded: string, between: string): string =>
  Array.from(folded, letterPattern).join(between);

/** The last digits of a number, however they are grouped. */
const digitsPattern = (digits: string): string => Array.from(digits.slice(-4)).join('[^0-9]{0,3}');

function partsOf(of: Identifiers): string[] {
  const { stems, digits } = searchStems(of);
  // Entities are disguised letters; a name that is written with an apostrophe may stand without it, too.
  const words = stems.filter((stem) => !stem.includes('&'));
  const between = /['’ʼ´`]/.test([...of.firstNames, ...of.lastNames].join()) ? "['’ʼ´`]?" : '';
  return [
    ...words.map((word) => wordPattern(word, between)),
    ...digits.map(digitsPattern),
    ...wholeNames(of),
  ];
}

/**
 * A regular expression for PostgreSQL's `~` that every text with a mention of one of some people matches, in whatever
 * case and with whatever marks; wide and cheap, for `MentionFinder` to decide. Null where nobody has a name or an address.
 */
export function widePattern(...people: Identifiers[]): string | null {
  const parts = new Set(people.flatMap(partsOf));
  return parts.size === 0 ? null : [...parts, disguised].join('|');
}

/** Of names in scripts that set no space between words, which an index of words does not find. Null where nobody has such. */
export function unspacedPattern(...people: Identifiers[]): string | null {
  const names = people.flatMap(wholeNames);
  return names.length === 0 ? null : names.join('|');
}

/** {@link widePattern} for JavaScript. */
export const widePatternHere = (of: Identifiers): RegExp | null => {
  const pattern = widePattern(of);
  return pattern === null ? null : new RegExp(pattern, 'u');
};

const quoted = (word: string, isPrefix = false): string => `'${word}'${isPrefix ? ':*' : ''}`;
const any = (parts: string[]): string => `(${[...new Set(parts)].join(' | ')})`;

/** The words of a text as the index has them, all of them; the last perhaps only begun. */
function allWords(text: string, isPrefix: boolean): string[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  return [`(${words.map((word, i) => quoted(word, isPrefix && i === words.length - 1)).join(' & ')})`];
}

/** What stands before a name in an address, where it is a part of the word: `?who=Matti%20Virtanen`. */
const ahead = ['', '20', '2b', '2c', '40'];

/** Written in ASCII a name is several words, of which a short last one begins too many others: `h&ouml;gn&auml;s`. */
function asciiWords(start: string): string[] {
  const words = wordsOf(start);
  const isTelling = words.length === 1 || (words.at(-1) ?? '').length >= 4;
  return isTelling
    ? allWords(start, true)
    : [
        `(${words
          .slice(0, -1)
          .map((word) => quoted(word))
          .join(' & ')})`,
      ];
}

const startQuery = (starts: string[]): string[] =>
  starts.flatMap((start) =>
    ahead.flatMap((before) =>
      /[&%]/.test(start) ? asciiWords(before + start) : allWords(before + start, true),
    ),
  );

const endings = (row: string, least: number): string[] =>
  Array.from({ length: Math.max(0, row.length - least + 1) }, (_, i) => row.slice(i));

/**
 * However a number is grouped, its last groups are words of the text: so many of them as tell it from a time or a sum.
 * A group has two digits at least.
 */
function phoneQuery(phone: string): string[] {
  const digits = phone.replace(/\D/g, '').replace(/^0+/, '');
  const national = digits.replace(/^(358|46)/, '');
  return [...new Set([`0${national}`, `00${digits}`].flatMap((row) => groupings(row, telling)))];
}

/** So many digits tell a number from others. */
const telling = 5;

/** The ways in which the last digits of a row, `least` or more of them, stand in groups: each a query. */
function groupings(row: string, least: number): string[] {
  return endings(row, 2).flatMap((group) => {
    if (group.length >= least || group.length === row.length) return [quoted(group)];
    const rest = groupings(row.slice(0, -group.length), least - group.length);
    return rest.length === 0 ? [] : [`(${quoted(group)} & ${any(rest)})`];
  });
}

/** Of whole names as they stand in the entries of people. */
export const nameQuery = (people: Identifiers[]): string =>
  people
    .flatMap(({ firstNames, lastNames }) =>
      firstNames.flatMap((first) =>
        lastNames.flatMap((last) => quotedName([...wordsOf(first), ...wordsOf(last)])),
      ),
    )
    .join(' | ');

const quotedName = (words: string[]): string[] => (words.length === 0 ? [] : [`'=${words.join(' ')}'`]);

/** Queries of the full-text index (folded words). */
export interface LexemeQueries {
  /**
   * Every text that surely means the person, wherever it stands, answers to one of these: both names or one with an
   * initial, apart or in one word of an address, an address, a number.
   */
  sure: string[];
  /** A given or a family name alone: doubtful, but in what is on record of the person and their companies. */
  lone: string[];
}

/** What stands before or behind a name for the other one: `M. Virtanen`, `MJ Virtanen`, `Matti V.` */
const initialsOf = (starts: string[]): string[] => [
  ...new Set(starts.map((start) => (/^[&%]/.test(start) ? (wordsOf(start)[0] ?? '') : start.slice(0, 1)))),
];
const pairsWith = (initials: string[]): string[] =>
  initials
    .filter(({ length }) => length === 1)
    .flatMap((initial) => Array.from('abcdefghijklmnopqrstuvwxyz', (other) => other + initial));

const withoutTag = (email: string): string => email.replace(/\+[^@]*(?=@)/, '');

/** `mattivirtanen`, `virtanenmatti`: in an address. */
export const joinedNames = ({ firstNames, lastNames }: Identifiers): string[] =>
  firstNames
    .flatMap(wholeAndParts)
    .flatMap((first) => lastNames.flatMap(wholeAndParts).flatMap((last) => [first + last, last + first]));

/** `annaliisa`, `anna`, `liisa`. */
function wholeAndParts(name: string): string[] {
  const words = wordsOf(name);
  return words.length > 1 ? [words.join(''), ...words] : words;
}

/** What `search_entries` is asked for a person. The index knows whole words, so a stem is a prefix there. */
export function lexemeQueries(of: Identifiers): LexemeQueries {
  const starts = wordStarts(of);
  const [first, last] = [startQuery(starts.first), startQuery(starts.last)];
  const [given, family] = [initialsOf(starts.first), initialsOf(starts.last)];
  const both = (one: string[], other: string[]): string[] =>
    one.length > 0 && other.length > 0 ? [`(${any(one)} & ${any(other)})`] : [];
  const words = (all: string[]): string[] =>
    all.flatMap((word) => ahead.map((before) => quoted(before + word)));
  return {
    sure: [
      ...both(first, last),
      ...both(last, words([...given, ...pairsWith(given)])),
      ...both(first, words(family)),
      ...joinedNames(of).map((word) => quoted(word, true)),
      ...[...of.emails.map(withoutTag), ...of.handles].flatMap((address) => allWords(address, false)),
      ...of.phones.flatMap(phoneQuery),
    ],
    lone: [first, last].filter(({ length }) => length > 0).map(any),
  };
}
