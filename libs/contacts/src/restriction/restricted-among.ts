import type { Reader } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { PersonMark } from '../match-contacts.js';

/**
 * Nobody's restriction changes until the transaction ends. For transactions that bring people in or give them new
 * marks: before any row, so that no two wait for each other.
 */
export async function holdRestrictions(tx: EntityManager): Promise<void> {
  await tx.query('SELECT hold_restrictions()');
}

/**
 * Which of these people, by their place, are probably somebody whose processing is restricted. Tells nothing else:
 * whoever is restricted must not be processed under a second record (GDPR Art. 18), nor be found by asking.
 */
export async function restrictedAmong(reader: Reader, marks: PersonMark[]): Promise<Set<number>> {
  const people = marks.map(({ firstName, lastName, emails, phones, companyId }, n) => ({
    n,
    firstName,
    lastName,
    emails,
    phones,
    companyId,
  }));
  const rows = await reader.read<{ n: number }>('SELECT restricted_among($1) AS n', [JSON.stringify(people)]);
  return new Set(rows.map(({ n }) => n));
}
