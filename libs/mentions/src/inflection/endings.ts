/** Regular expression sources for what Finnish and Swedish put behind a name. Text is lower case; ä and ö may be a and o. */
export const A = '[aä]';
const O = '[oö]';

const possessive = `(?:ni|si|ns${A}|mme|nne)`;

/** -kin, -kaan, -han, -ko, -pa and their pairs, which close every form. */
export const clitic = `(?:kin|k${A}${A}n|h${A}n|k${O}(?:h${A}n|s)?|p${A}(?:h${A}n|s)?)?`;

const local = (consonants: string): string =>
  `(?:${consonants})${A}(?:${A}n|${possessive})?|lle(?:en|${possessive})?|ksi|kse(?:en|${possessive})`;

/** Behind a stem in the weak grade: Mati-n, Mati-lle, Virtase-t. */
export const weakEndings = `(?:n|t|${local('ll|lt|ss|st|tt')})`;

/** The same without -sta. */
export const endingsWithoutElative = `(?:n|t|${local('ll|lt|ss|tt')})`;

/** Behind a stem in the strong grade, before the vowel of the illative, which differs. */
export const strongEndings = `(?:n${A}(?:${A}n)?|${possessive})`;

/** Behind a plural stem in -i: Salo-i-lla, Rinte-i-lle. */
export const pluralLocal = `(?:${local('ll|lt|ss|st|tt|n')}|ne(?:en|${possessive})?)`;

/** The same without -sta. */
export const pluralWithoutElative = `(?:${local('ll|lt|ss|tt|n')}|ne(?:en|${possessive})?)`;

/** What is written behind an apostrophe or a colon: Bordeaux'n, Smith:lle, Matti’s. */
export const markedEnding = `(?:n|s|t|${A}|t${A}|i?(?:ll|lt|ss|st|n|tt)${A}|i?lle|i?ksi|i?in|hin|h[aeouy]n|en|seen|it|i${A}|ien|arna)`;
