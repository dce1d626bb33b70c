import { isEmail, normaliseEmail, normalisePhone, type Language } from '@seloste/kernel';
import type { Target } from '../columns/targets.js';
import { partsOf } from './clean.js';
import type { ImportedPerson } from '../import-row.entity.js';
import type { ReasonCode } from './reasons.js';
import { splitFullName, splitLastNameFirst, type PersonName } from './person-name.js';
import type { RowCells } from './row-cells.js';
import { languageNamed } from './words.js';

/** As many as the register keeps of one person. */
const mostPoints = 10;

const details: Target[] = [
  'contact.email',
  'contact.phone',
  'contact.title',
  'contact.areaOfResponsibility',
  'contact.department',
  'contact.authorisations',
  'contact.interests',
];

/** The person that the row tells of; null when it names none. Details without a name are an error: whose are they? */
export function readPerson(row: RowCells, language: Language | null): ImportedPerson | null {
  const name = readName(row);
  if (name.firstName === '' && name.lastName === '') {
    const orphan = details.find((target) => row.several(target).length > 0);
    if (orphan !== undefined) row.refuse('missing_name', 'contact.lastName');
    return null;
  }
  return {
    ...name,
    emails: points(row, emails),
    phones: points(row, phones),
    title: row.one('contact.title', 150),
    areaOfResponsibility: row.one('contact.areaOfResponsibility', 150),
    department: row.one('contact.department', 150),
    language:
      row.known('contact.language', 'unknown_language', languageNamed) ??
      (row.peek('contact.language') ? null : language),
    authorisations: words(row, 'contact.authorisations', 20, 150),
    interests: words(row, 'contact.interests', 50, 100),
  };
}

/** First and last name, each from its own column or, where that is empty, from the column of full names. */
function readName(row: RowCells): PersonName {
  const whole = row.several('contact.fullName')[0];
  const reversed = row.several('contact.fullNameLastFirst')[0];
  const split =
    whole !== undefined ? splitFullName(whole) : reversed !== undefined ? splitLastNameFirst(reversed) : null;
  const firstName = row.several('contact.firstName')[0];
  const lastName = row.several('contact.lastName')[0];
  const name =
    firstName === undefined && lastName === undefined
      ? (split ?? { firstName: '', lastName: '' })
      : { firstName: firstName ?? '', lastName: lastName ?? '' };
  if (name.firstName.length > 100) row.refuse('too_long', 'contact.firstName', name.firstName);
  if (name.lastName.length > 100) row.refuse('too_long', 'contact.lastName', name.lastName);
  return name;
}

/** E-mail addresses or telephone numbers: from which columns, what parts them, and what they are when normalised. */
interface PointKind {
  target: Target;
  code: ReasonCode;
  between: RegExp;
  normalise: (text: string) => string | null;
}

const emails: PointKind = {
  target: 'contact.email',
  code: 'invalid_email',
  between: /[;,\s]+/,
  normalise: (text) => (isEmail(text) ? normaliseEmail(text) : null),
};

const phones: PointKind = {
  target: 'contact.phone',
  code: 'invalid_phone',
  between: /[;,/]+/,
  normalise: normalisePhone,
};

function points(row: RowCells, { target, code, between, normalise }: PointKind): string[] {
  const found = new Set<string>();
  for (const cell of row.several(target)) {
    // Most cells hold one value; only what is none as a whole is taken apart.
    const whole = normalise(cell);
    const values = whole === null ? partsOf(cell, between).map(normalise) : [whole];
    if (values.includes(null)) row.refuse(code, target, cell);
    for (const value of values) if (value !== null) found.add(value);
  }
  if (found.size > mostPoints) row.refuse('too_many_values', target);
  return [...found];
}

function words(row: RowCells, target: Target, most: number, longest: number): string[] {
  const all = [...new Set(row.several(target).flatMap((cell) => partsOf(cell, /[;,]/)))];
  if (all.length > most) row.refuse('too_many_values', target);
  for (const word of all) if (word.length > longest) row.refuse('too_long', target, word);
  return all;
}
