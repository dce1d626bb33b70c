type Change = [from: RegExp, to: string];

const vowel = 'aeiouyäöå';

/** kk, pp and tt weaken in every name. */
const quantity: Change[] = [
  [/kk(.)$/, 'k$1'],
  [/pp(.)$/, 'p$1'],
  [/tt(.)$/, 't$1'],
];

/** The rest weakens in words that became names (Ranta → Rannan), seldom in other names (Satu → Satun). */
const quality: Change[] = [
  [/nk(.)$/, 'ng$1'],
  [/nt(.)$/, 'nn$1'],
  [/rt(.)$/, 'rr$1'],
  [/lt(.)$/, 'll$1'],
  [/mp(.)$/, 'mm$1'],
  [/ht(.)$/, 'hd$1'],
  [/([lrh])ke$/, '$1je'],
  [/uku$/, 'uvu'],
  [/yky$/, 'yvy'],
  [/([ao])ika$/, '$1ja'],
  [new RegExp(`([${vowel}])t([${vowel}])$`), '$1d$2'],
  [new RegExp(`([${vowel}lr])p([${vowel}])$`), '$1v$2'],
  [new RegExp(`([${vowel}lrh])k([${vowel}])$`), '$1$2'],
];

/** Where the nominative is weak and the stem is strong: Rinne → Rinteen, Kangas → Kankaan. */
const strengthening: Change[] = [
  [/ng(.)$/, 'nk$1'],
  [/nn(.)$/, 'nt$1'],
  [/rr(.)$/, 'rt$1'],
  [/ll(.)$/, 'lt$1'],
  [/mm(.)$/, 'mp$1'],
  [/d(.)$/, 't$1'],
  [new RegExp(`([${vowel}lr])v(.)$`), '$1p$2'],
  [new RegExp(`([${vowel}lrnm])([kpt])(.)$`), '$1$2$2$3'],
];

const applied = (changes: Change[], stem: string): string[] => {
  const change = changes.find(([from]) => from.test(stem));
  return change ? [stem.replace(...change)] : [];
};

/** The weak grades of a stem that ends in a vowel; none where it has no grades. */
export const weakened = (stem: string, withQuality: boolean): string[] => {
  const byQuantity = applied(quantity, stem);
  return byQuantity.length > 0 || !withQuality ? byQuantity : applied(quality, stem);
};

/** The stem as it is, and in the strong grade where there may be one. */
export const strengthened = (stem: string): string[] => [stem, ...applied(strengthening, stem)];
