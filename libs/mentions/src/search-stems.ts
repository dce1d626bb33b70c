import { HandleSearch } from './addresses/handles.js';
import { PhoneSearch } from './addresses/phones.js';
import type { Identifiers } from './identifiers.js';
import type { NameWord } from './names/name-word.js';
import { PersonNames } from './names/person-names.js';
import { fold, foldSpelledOut, lower } from './text/letters.js';
import { startsOf } from './text/starts.js';
import { writtenForms } from './text/written-letters.js';

/** What a name's forms begin with, by each way of writing it. */
const byWayOf = ({ stems }: NameWord): string[][] => {
  const written = [fold, foldSpelledOut].map((way) => stems.map(({ stem }) => way(stem)));
  const inAscii = stems.map(({ stem }) => writtenForms(stem)).filter(({ length }) => length > 0);
  const byWay = (inAscii[0] ?? []).map((_, way) => inAscii.map((forms) => forms[way] ?? ''));
  return [...written, ...byWay];
};

const stemsOf = (name: NameWord): string[] => byWayOf(name).flatMap(startsOf);

/** Of an address: as it stands, and before the tag behind its plus. */
const emailStems = (email: string): string[] => {
  const [local = '', domain] = lower(email.trim())
    .replace(/\+[^@]*(?=@)/, '')
    .split('@');
  return domain ? [fold(`${local}@${domain}`), fold(`${local}+`)] : [];
};

/** Without those that contain another, which are found by that one. */
const fewest = (stems: string[]): string[] =>
  [...new Set(stems)]
    .toSorted((a, b) => a.length - b.length)
    .reduce<string[]>(
      (kept, stem) => (kept.some((other) => stem.includes(other)) ? kept : [...kept, stem]),
      [],
    );

/**
 * Search terms for a database to choose the texts that may mention a person, before `MentionFinder` reads them.
 *
 * - `stems`: literals that are to be looked for anywhere in `search_fold(text)` (lower case, decomposed, marks and
 *   apostrophes dropped, ø and the like plain), for instance `search_fold(text) LIKE ANY ('{%virta%,%matt%}')`
 *   with `%` and `_` escaped.
 *   `lower(text)` or `ILIKE` on the text itself miss what is written with ä, ö, å or é. Every text with a mention other
 *   than by phone contains one. Initials alone (`MV`) and names of two letters (`Bo`) are mentions only beside another
 *   one, or close to the person: read all of those texts.
 * - `digits`: the last digits of phone numbers, to be looked for in `regexp_replace(text, '\D', '', 'g')`.
 */
export function searchStems(of: Identifiers): { stems: string[]; digits: string[] } {
  const names = new PersonNames(of);
  const stems = [
    ...[...names.first, ...names.last].filter((name) => !names.isTooShort(name)).flatMap(stemsOf),
    ...of.emails.flatMap(emailStems),
    ...new HandleSearch(of.handles).names.map(fold),
  ];
  return { stems: fewest(stems), digits: new PhoneSearch(of.phones).tails };
}

/**
 * The same of names alone for an index of words: what the forms of each begin with, as far as they have it in common.
 * Every word that is a name begins with one of these, folded as above (`tarja`, `tarjo`; not `tarj`, which is `tarjous`
 * as well). Names of two letters are among them.
 */
export function wordStarts(of: Pick<Identifiers, 'firstNames' | 'lastNames'>): {
  first: string[];
  last: string[];
} {
  const names = new PersonNames({ ...of, emails: [], phones: [], handles: [] });
  const startsIn = (words: NameWord[]): string[] =>
    fewestStarts(words.flatMap((word) => byWayOf(word).flat()));
  return { first: startsIn(names.first), last: startsIn(names.last) };
}

/** Without those that begin with another. */
const fewestStarts = (starts: string[]): string[] =>
  [...new Set(starts)].filter(
    (start, _, all) => !all.some((other) => other !== start && start.startsWith(other)),
  );
