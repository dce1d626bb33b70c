import type { Mention } from '../mention.js';
import type { PersonNames } from './person-names.js';

/** Abbreviations that are nobody's initials. */
const abbreviations = new Set(
  'OY AB RY TV IT OK PS AI HR PR VS EU US UK UN NB ID PC PO AC CC CV FI SE EN SV TJ VD AD AM PM KK TL HH MB KB'.split(
    ' ',
  ),
);

/** The person's initials alone, `MV` or `M.V.`: always doubtful, and nothing unless the text speaks of the person. */
export function findInitials(text: string, names: PersonNames, speaksOfThem: boolean): Mention[] {
  if (!speaksOfThem || names.firstInitials.size === 0 || names.lastInitials.size === 0) return [];
  const oneOf = (letters: Set<string>): string => `[${[...letters].join('').toUpperCase()}]`;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}.&/-])${oneOf(names.firstInitials)}(?:\\. ?)?${oneOf(names.lastInitials)}(?![\\p{L}\\p{N}&/-])`,
    'gu',
  );
  return Array.from(text.matchAll(pattern), ({ index, 0: raw }) => ({ index, raw }))
    .filter(({ raw }) => !abbreviations.has(raw))
    .map(({ index, raw }) => ({
      start: index,
      end: index + raw.length,
      kind: 'initials',
      certainty: 'doubtful',
    }));
}
