import { HandleSearch } from './addresses/handles.js';
import { PhoneSearch } from './addresses/phones.js';
import type { Identifiers } from './identifiers.js';
import type { NameWord } from './names/name-word.js';
import { PersonNames } from './names/person-names.js';
import { fold, foldSpelledOut, lower } from './text/letters.js';
import { startsOf } from './text/starts.js';
import { writtenForms } from './text/written-letters.js';

/** What a name's forms begin with, in each way of writing it. */
const stemsOf = ({ stems }: NameWord): string[] => {
  const written = [fold, foldSpelledOut].map((way) => stems.map(({ stem }) => way(stem)));
  const inAscii = stems.map(({ stem }) => writtenForms(stem)).filter(({ length }) => length > 0);
  const byWay = (inAscii[0] ?? []).map((_, way) => inAscii.map((forms) => forms[way] ?? ''));
  return [...written, ...byWay].flatMap(startsOf);
};

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
