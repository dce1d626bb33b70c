import { dictionary } from '@zxcvbn-ts/language-fi';
import { isPlace } from './ordinary-words.js';
import { NameRegister } from './name-register.js';

const wordsOf = (text: string): string[] => text.trim().split(/\s+/);

/** Given names that the register of Finland's names has not: Swedish, and of other countries. */
const others = wordsOf(`
  ahmed alf algot arvid barbro benita berndt birger bodil börje chen christel clas deepak dmitri egil elvira erland
  eskil fatima fjodor gerd ghita giulia gudrun gunvor günther gösta hanne harriet hjördis holger inga-britt ingegerd
  ingemar jens jörgen jürgen kerstin kjell kristoffer laurence lennart lisbet maj maj-britt marge mohammed natasha
  olof oleg piotr pontus priya rabbe rahel ravi retu roine rolf sixten siv sture svante sverker søren tage tatjana
  tomasz tor torbjörn tord torolf torsten torvald tove uffe ulla-britt valborg viking vladimir wei yngve örjan östen
`);

/** `Pekka Virtanen` is another person than Matti Virtanen. */
const givenNames = new NameRegister(
  [...dictionary.maleFirstnames, ...dictionary.femaleFirstnames, ...others].filter(
    ({ length }) => length > 2,
  ),
  false,
);

const familyNames = new NameRegister(dictionary.lastnames, true);

/** An initial before one of these points at many people. The dictionary begins with the commonest. */
const veryCommon = new Set([
  ...dictionary.lastnames.slice(0, 50),
  ...wordsOf('andersson eriksson johansson karlsson lindholm lindqvist lindström nyberg nyman smith'),
]);

const familyEnding =
  /(?:nen|s(?:en|ta|tä|eltä|elta|elle|ella|ellä|essa|essä|eksi|eeseen)|(?:s?son|[qk]vist|ström|berg|lund|holm|gren|blom|roos|stedt|feldt|fors|borg|bäck|dahl|strand|stén|ius|ov|ova|ski|ska)(?:s|in|ia|iin|ille|illa|ilta|ista)?)$/;

/** Is an initial before this family name (lower case) nobody in particular? */
export const isVeryCommonFamilyName = (name: string): boolean => veryCommon.has(name);

/** Is a word (its key) a given name in the nominative? */
export const isGivenName = (key: string): boolean => givenNames.has(key);

/** Is a word (its key) a given name in any case? */
export const isGivenNameInAnyCase = (key: string): boolean => givenNames.nameOf(key) !== null;

/** Does a word (its key), with a capital, look like a family name in any case? Matti Lahdesta is of a place. */
export function looksLikeFamilyName(key: string): boolean {
  if (key.length <= 3) return familyNames.has(key);
  if (familyEnding.test(key)) return true;
  const name = familyNames.nameOf(key);
  return name !== null && !(isPlace(name) && /(?:ss|st)[aä]$/.test(key));
}
