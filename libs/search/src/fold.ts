/** Letters that Unicode does not take apart, each with its plain one. */
const plain: Record<string, string> = {
  ...{
    ø: 'o',
    œ: 'o',
    æ: 'a',
    ß: 's',
    þ: 't',
    ð: 'd',
    đ: 'd',
    ł: 'l',
    ı: 'i',
    ħ: 'h',
    ŧ: 't',
    ŋ: 'n',
    ς: 'σ',
  },
};
const undivided = new RegExp(`[${Object.keys(plain).join('')}]`, 'g');

/** Apostrophes, soft hyphens and the accents that letters are taken apart into. */
const vanishing =
  /['\u2019\u2018\u02bc\u00b4`\u00ad\u200b-\u200d]|[\u0300-\u0304\u0306-\u030c\u030f\u0311\u0313\u031b\u0323-\u0328\u032d\u032e\u0330\u0331\u0338]/g;

/** Everything but a–z, 0–9 and the letters from À on. */
const separators =
  /[\ufe00-\ufe0f\0-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u303f\ufffd\u{1f000}-\u{1faff}]+/u;

/** Lower case without accents, as people type: `Äijälä` → `aijala`. The twin of `search_fold` in the database. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(undivided, (letter) => plain[letter] ?? letter)
    .replace(vanishing, '');

/** The folded words of a text, in order. The twin of `search_lexemes`, which cuts words of more than 60 letters. */
export const wordsOf = (text: string): string[] => fold(text).split(separators).filter(Boolean);
