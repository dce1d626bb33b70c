import { familyNames, familyNamesInConsonant, familyNamesInNen } from './family-names.js';
import { givenNames } from './given-names.js';
import { rarerFamilyNames, rarerGivenNames, rarerInConsonant } from './rarer-names.js';
import { heldOutFamilyNames, heldOutGivenNames, heldOutInConsonant } from './held-out-names.js';

/** A name and every form that the measure looks for. */
export interface Paradigm {
  name: string;
  forms: string[];
}

export interface Names {
  family: Paradigm[];
  given: Paradigm[];
}

const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((row) => row.split(' '));
const wordsOf = (text: string): string[] => text.trim().split(/\s+/);

/** The forms that the principal parts give: the local cases on the genitive, the essive on the illative, and so on. */
function formsOf(principal: string[]): string[] {
  const [name = '', genitive = '', partitive = '', illative = '', ofMany, someOfMany, toMany] = principal;
  const a = partitive.slice(-1);
  const weak = genitive.slice(0, -1);
  const strong = illative.replace(/(?:(?<=ee|aa|ää|ii)seen|h.n|.n)$/u, '');
  const local = (stem: string): string[] =>
    [`lle`, `ll${a}`, `lt${a}`, `ss${a}`, `st${a}`, 'ksi'].map((end) => stem + end);
  const singular = [name, genitive, partitive, illative, ...local(weak), `${strong}n${a}`];
  const clitics = [
    `${name}kin`,
    `${genitive}k${a}${a}n`,
    `${weak}lle${a === 'a' ? 'han' : 'hän'}`,
    `${name}k${a === 'a' ? 'o' : 'ö'}`,
  ];
  if (!ofMany || !someOfMany || !toMany)
    return [...singular, ...clitics, ...(/[^aeiouyäöå]$/.test(name) ? [] : [`${name}ns${a}`])];
  const many = toMany.slice(0, -3);
  return [...singular, ...clitics, `${weak}t`, ofMany, someOfMany, toMany, `${many}ll${a}`, `${many}lt${a}`];
}

const inNen = (name: string): string[] => {
  const [body, a] = [name.slice(0, -3), /[aou][^aouäöy]*nen$/.test(name) ? 'a' : 'ä'];
  const back = /[aou]/.test(name) ? 'a' : a;
  return [name, ...['sen', `st${back}`, 'seen', 'sten', `si${back}`, 'sille'].map((end) => body + end)];
};

const inConsonant = (name: string): string[] => {
  const a = /[aouå]/.test(name.toLowerCase()) ? 'a' : 'ä';
  return [name, ...['in', `i${a}`, 'iin', 'ien', `ej${a}`, 'eille'].map((end) => name + end)];
};

const paradigm = (principal: string[], ...others: string[]): Paradigm => ({
  name: principal[0] ?? '',
  forms: [...new Set([...formsOf(principal), ...others])],
});

/** Swedish says Eklunds and Åkes; after an s nothing, or an apostrophe. */
const swedish = (name: string): string[] => (/[sxz]$/.test(name) ? [] : [`${name}s`]);

const foreign = (name: string): Paradigm =>
  paradigm(inConsonant(name), ...swedish(name), `${name}:lle`, `${name}’n`);

const givenOf = (table: string): Paradigm[] =>
  rowsOf(table).map((row) => paradigm(row, ...swedish(row[0] ?? '')));

/** The two hundred names that the rules were made with. */
export const common: Names = {
  family: [
    ...rowsOf(familyNames).map((row) => paradigm(row, ...swedish(row[0] ?? ''))),
    ...wordsOf(familyNamesInNen).map((name) => paradigm(inNen(name), ...swedish(name))),
    ...wordsOf(familyNamesInConsonant).map(foreign),
  ],
  given: givenOf(givenNames),
};

const namesOf = (family: string, inConsonant: string, given: string): Names => ({
  family: [...rowsOf(family).map((row) => paradigm(row)), ...wordsOf(inConsonant).map(foreign)],
  given: givenOf(given),
});

/** A hundred and twenty rarer ones, with stems of many kinds. */
export const rarer = namesOf(rarerFamilyNames, rarerInConsonant, rarerGivenNames);

/** Eighty that the rules were not made with. */
export const heldOut = namesOf(heldOutFamilyNames, heldOutInConsonant, heldOutGivenNames);
