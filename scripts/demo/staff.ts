import type { Language, Role } from '@seloste/kernel';
import type { Random } from './random.js';
import type { UserRow } from './rows.js';

/** The same for everybody: the demo listens on this machine only, and everything in it is made up. */
export const demoPassword = 'lumiaura-kulkee-26';

const people: readonly [name: string, language: Language, ...roles: Role[]][] = [
  ['Kaisa Havukka', 'fi', 'admin', 'privacy_officer', 'sales_manager'],
  ['Mikko Lehtinen', 'fi', 'salesperson'],
  ['Sanna Korpela', 'fi', 'sales_manager'],
  ['Fredrik Lindholm', 'sv', 'salesperson'],
  ['Emma Clarke', 'en', 'salesperson'],
  ['Aino Saari', 'fi', 'privacy_officer'],
  ['Riikka Laine', 'fi', 'marketer'],
  ['Jonas Berg', 'sv', 'support'],
  ['Tuula Aalto', 'fi', 'auditor'],
  ['Petri Niemi', 'fi', 'technician'],
];

/** Only those who sell own people. */
export const sellers = 5;

/** The made-up company's staff: its leader, those who sell, and one for each other role. */
export const makeStaff = (random: Random, since: Date): UserRow[] =>
  people.map(([name, language, ...roles]) => ({
    id: random.id(since),
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@havukka.example`,
    language,
    roles,
    team: language === 'fi' ? 'Kotimaa' : 'Pohjoismaat ja vienti',
    created_at: since.toISOString(),
  }));

/** Who looks after a company that works in the language. */
export function ownerFor(random: Random, staff: readonly UserRow[], language: Language): UserRow {
  const [, mikko, sanna, fredrik, emma] = staff;
  const own = language === 'sv' ? fredrik : language === 'en' ? emma : random.pick([mikko, sanna]);
  return own && random.chance(0.88) ? own : random.pick(staff.slice(0, sellers));
}
