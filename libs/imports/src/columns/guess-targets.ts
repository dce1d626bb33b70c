import { isBusinessId, isEmail, normalisePhone } from '@seloste/kernel';
import { fold, isTypoOf, squeeze } from './fold.js';
import { headings, type Meaning } from './headings.js';
import type { FileColumn } from '../import.entity.js';
import { takesSeveralColumns, type Target } from './targets.js';

const meanings: ReadonlyMap<string, Meaning> = new Map(
  [...headings].flatMap(([meaning, words]) =>
    words.map((word): [string, Meaning] => [squeeze(word), meaning]),
  ),
);

/** Numbering and remarks that don't change what a column is: "Sähköposti 2", "Telefon (arbete)", "Name *". */
const forms = (header: string): string[] => {
  const bare = header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ');
  return [header, bare, bare.replace(/\d+\s*\.?\s*$/, ''), bare.replace(/^\s*\d+\s*\.\s*/, '')];
};

/** What a heading means: as written, else without numbering, else with one typing mistake. Undefined when unknown. */
function meaningOf(header: string): Meaning | undefined {
  const keys = [...new Set(forms(header).map(squeeze))].filter((key) => key !== '');
  for (const key of keys) if (meanings.has(key)) return meanings.get(key);
  for (const key of keys) {
    const near = [...meanings].find(([word]) => isTypoOf(key, word));
    if (near) return near[1];
  }
  return undefined;
}

/** What an unheaded column is, when all its samples say so plainly. */
function meaningOfValues(samples: string[]): Meaning | undefined {
  if (samples.length === 0) return undefined;
  if (samples.every((value) => isEmail(value))) return '?.email';
  if (samples.every((value) => value.includes('-') && isBusinessId(value))) return 'company.businessId';
  if (samples.every((value) => /^(\+|0)[\d\s()-]{6,}$/.test(value.trim()) && normalisePhone(value)))
    return '?.phone';
  return undefined;
}

const personal = (meaning: Meaning | undefined): boolean => meaning != null && meaning.startsWith('contact.');

/** Settles what depends on the other columns: a name, phone or address is a person's when the file has people. */
function settle(meaning: Meaning | undefined, isAboutPeople: boolean): Target | null {
  switch (meaning) {
    case undefined:
    case null:
      return null;
    case '?.name':
      return isAboutPeople ? 'contact.fullName' : 'company.name';
    case '?.phone':
      return isAboutPeople ? 'contact.phone' : 'company.phone';
    case '?.email':
      return isAboutPeople ? 'contact.email' : 'company.email';
    default:
      return meaning;
  }
}

/** Does the file have people, or companies alone? A bare "name" beside a company's name is a person's. */
function hasPeople(all: (Meaning | undefined)[]): boolean {
  if (all.some(personal)) return true;
  if (all.includes('?.name'))
    return all.includes('company.name') || !all.some((m) => m?.startsWith('company.'));
  return !all.includes('company.name');
}

/**
 * The likely target of each column, by its heading in Finnish, Swedish or English, else by its values; null where
 * nothing is plain. The user corrects it; no value of a row is ever guessed.
 */
export function guessTargets(columns: FileColumn[]): (Target | null)[] {
  const all = columns.map(({ header, samples }) => {
    const byHeader = fold(header) === '' ? undefined : meaningOf(header);
    return byHeader === undefined ? meaningOfValues(samples) : byHeader;
  });
  const isAboutPeople = hasPeople(all);
  const taken = new Set<Target>();
  return all.map((meaning) => {
    const target = settle(meaning, isAboutPeople);
    if (target === null || (taken.has(target) && !takesSeveralColumns(target))) return null;
    taken.add(target);
    return target;
  });
}

/** Is a file's first record a heading row? One with an e-mail address, phone number or business id in it is data. */
export function looksLikeHeading(cells: string[]): boolean {
  const values = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return !values.some(
    (value) => isEmail(value) || /^\+?\d[\d\s()-]{5,}$/.test(value) || /^\d{7}-\d$/.test(value),
  );
}
