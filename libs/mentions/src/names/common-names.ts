import { familyNames, givenNames } from './dictionary.js';
import { isPlace } from './ordinary-words.js';
import { NameRegister } from './name-register.js';

/** `Pekka Virtanen` is another person than Matti Virtanen. */
const given = new NameRegister(givenNames, false);

const family = new NameRegister(familyNames, true);

/** An initial before one of these points at many people. */
const veryCommon = new Set([
  ...familyNames.slice(0, 50),
  ...[
    'andersson',
    'eriksson',
    'johansson',
    'karlsson',
    'lindholm',
    'lindqvist',
    'lindström',
    'nyberg',
    'nyman',
  ],
  'smith',
]);

const familyEnding =
  /(?:nen|s(?:en|ta|tä|eltä|elta|elle|ella|ellä|essa|essä|eksi|eeseen)|(?:s?son|[qk]vist|ström|berg|lund|holm|gren|blom|roos|stedt|feldt|fors|borg|bäck|dahl|strand|stén|ius|ov|ova|ski|ska)(?:s|in|ia|iin|ille|illa|ilta|ista)?)$/;

/** Is an initial before this family name (lower case) nobody in particular? */
export const isVeryCommonFamilyName = (name: string): boolean => veryCommon.has(name);

/** Is a word (its key) a given name in the nominative? */
export const isGivenName = (key: string): boolean => given.has(key);

/** Is a word (its key) a given name in any case? */
export const isGivenNameInAnyCase = (key: string): boolean => given.nameOf(key) !== null;

/** Does a word (its key), with a capital, look like a family name in any case? Matti Lahdesta is of a place. */
export function looksLikeFamilyName(key: string): boolean {
  if (key.length <= 3) return family.has(key);
  if (familyEnding.test(key)) return true;
  const name = family.nameOf(key);
  return name !== null && !(isPlace(name) && /(?:ss|st)[aä]$/.test(key));
}
