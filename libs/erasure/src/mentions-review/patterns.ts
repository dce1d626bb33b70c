import { searchStems, type Identifiers } from '@seloste/mentions';

/** How a folded letter may stand in a text: in either case, with marks before or behind it, or as an entity of HTML. */
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
/** What vanishes when a text is folded: combining marks, soft hyphens, apostrophes. */
const vanishing = `[\\u0300-\\u036f\\u00ad\\u200b-\\u200d'’]*`;
const entity = '&(?:[a-zA-Z]{2,8}|#x?[0-9a-fA-F]{1,5});';
const vowels = new Set('aeiouyn');

const escaped = (letter: string): string => (/[\p{L}\p{N}]/u.test(letter) ? letter : `\\${letter}`);

function letterPattern(letter: string): string {
  const forms = marked[letter] ?? letter;
  if (!/\p{L}/u.test(letter)) return escaped(letter);
  const plain = `[${forms}${forms.toUpperCase().replace(/[^\p{Lu}]/gu, '')}]`;
  return `${vowels.has(letter) ? `(?:${plain}|${entity})` : plain}${vanishing}`;
}

const wordPattern = (folded: string): string => Array.from(folded, letterPattern).join('');
const digitsPattern = (digits: string): string => Array.from(digits).join('\\D{0,6}');

/**
 * A regular expression for PostgreSQL's `~` that every text with a mention matches, in whatever case and with whatever
 * marks; wide, for `MentionFinder` to decide. Null for somebody who has neither a name nor an address.
 */
export function widePattern(of: Identifiers): string | null {
  const { stems, digits } = searchStems(of);
  const parts = [...stems.map(wordPattern), ...digits.map(digitsPattern)];
  return parts.length === 0 ? null : parts.join('|');
}

/** The same for JavaScript, to tell which of many people a text is to be read for. */
export const widePatternHere = (of: Identifiers): RegExp | null => {
  const pattern = widePattern(of);
  return pattern === null ? null : new RegExp(pattern, 'u');
};

const nobody: Identifiers = { firstNames: [], lastNames: [], emails: [], phones: [], handles: [] };
const between = /[^\p{L}\p{N}]+/u;
const quoted = (word: string, isPrefix = false): string => `'${word.replace(/['\\]/g, '')}'${isPrefix ? ':*' : ''}`;
const any = (parts: string[]): string => `(${[...new Set(parts)].join(' | ')})`;

/** Words as they stand next to each other in the index, the last of them perhaps only begun. */
function allWords(folded: string, isPrefix: boolean): string[] {
  const words = folded.split(between).filter(Boolean);
  return words.length === 0
    ? []
    : [`(${words.map((word, i) => quoted(word, isPrefix && i === words.length - 1)).join(' & ')})`];
}

const stemQuery = (of: Partial<Identifiers>): string[] =>
  searchStems({ ...nobody, ...of }).stems.flatMap((stem) => allWords(stem, true));

/** However a number is grouped, its last group is a word of the text, and the group before it another. */
function phoneQuery(phone: string): string[] {
  const digits = phone.replace(/\D/g, '').replace(/^00/, '');
  const national = digits.startsWith('358') || digits.startsWith('46') ? digits.replace(/^(358|46)/, '') : digits;
  const whole = [`0${national}`, `00${digits}`, digits];
  const endings = (row: string, least: number): string[] =>
    Array.from({ length: Math.max(0, row.length - least + 1) }, (_, i) => row.slice(i));
  const tails = [...new Set(whole.flatMap((row) => endings(row, 2)))];
  return tails.flatMap((tail) => {
    if (tail.length >= 5) return [quoted(tail)];
    const ahead = [...new Set(whole.filter((row) => row.endsWith(tail)).flatMap((row) => endings(row.slice(0, -tail.length), 2)))];
    return ahead.length === 0 ? [] : [`(${quoted(tail)} & ${any(ahead.map((group) => quoted(group)))})`];
  });
}

/** Queries of the full-text index (folded words). Null: nothing to look for. */
export interface LexemeQueries {
  /** Everything that can be sure, and family names. */
  strong: string | null;
  /** A given name without the family name. */
  given: string | null;
}

/** What `search_entries` is asked for a person. The index knows whole words, so a stem is a prefix there. */
export function lexemeQueries({ firstNames, lastNames, emails, phones, handles }: Identifiers): LexemeQueries {
  const [first, last] = [stemQuery({ firstNames }), stemQuery({ lastNames })];
  const addresses = [...emails, ...handles].flatMap((address) => allWords(folded(address), false));
  const strong = [...last, ...addresses, ...phones.flatMap(phoneQuery)];
  const initials = lastNames.map((name) => folded(name).slice(0, 1)).filter(Boolean);
  if (first.length > 0 && initials.length > 0)
    strong.push(`(${any(first)} & ${any(initials.map((letter) => quoted(letter)))})`);
  return {
    strong: strong.length > 0 ? strong.join(' | ') : null,
    given: first.length === 0 ? null : last.length === 0 ? any(first) : `(${any(first)} & !${any(last)})`,
  };
}

const folded = (text: string): string =>
  searchStems({ ...nobody, handles: [text] }).stems[0] ?? text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
