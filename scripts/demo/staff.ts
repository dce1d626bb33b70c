import type { Language } from '@seloste/kernel';
import type { Random } from './random.js';
import type { UserRow } from './rows.js';

/** The same for everybody: the demo listens on this machine only, and everything in it is made up. */
export const demoPassword = 'lumiaura-kulkee-26';

const people: readonly [name: string, language: Language, role: UserRow['role']][] = [
  ['Kaisa Havukka', 'fi', 'admin'],
  ['Mikko Lehtinen', 'fi', 'salesperson'],
  ['Sanna Korpela', 'fi', 'salesperson'],
  ['Fredrik Lindholm', 'sv', 'salesperson'],
  ['Emma Clarke', 'en', 'salesperson'],
];

/** The administrator and four salespeople of the made-up company. */
export const makeStaff = (random: Random, since: Date): UserRow[] =>
  people.map(([name, language, role]) => ({
    id: random.id(since),
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@havukka.example`,
    language,
    role,
    created_at: since.toISOString(),
  }));

/** Who looks after a company that works in the language. */
export function ownerFor(random: Random, staff: readonly UserRow[], language: Language): UserRow {
  const [, mikko, sanna, fredrik, emma] = staff;
  const own = language === 'sv' ? fredrik : language === 'en' ? emma : random.pick([mikko, sanna]);
  return own && random.chance(0.88) ? own : random.pick(staff);
}
