import { Client } from 'pg';
import type { NewContactBody } from './plan.ts';

/** What the bench asks for, taken from what is in the register: the same every time for the same register. */
export interface Requests {
  lists: string[];
  people: { contact: string; timeline: string }[];
  searches: string[];
  companyIds: string[];
  /** Of links in messages, each of which is pressed once; none where that is not measured. */
  tokens: string[];
}

const api = '/api/v1';
const areas = [
  'Johto',
  'Kiinteistöt',
  'Hankinta',
  'Talous',
  'Toimistopalvelut',
  'Tuotanto',
  'Henkilöstö',
  'Turvallisuus',
];

const listOf = (filter: Record<string, string>): string =>
  `${api}/contacts?${new URLSearchParams({ ...filter, sort: 'name', limit: '50' }).toString()}`;

/** A letter left out, two exchanged, or one changed, past the beginning. */
export function slip(word: string, n: number): string {
  const at = 2 + (n % Math.max(1, word.length - 3));
  const [before, after] = [word.slice(0, at), word.slice(at)];
  if (n % 3 === 0) return before + after.slice(1);
  if (n % 3 === 1) return before + (after.at(1) ?? '') + (after.at(0) ?? '') + after.slice(2);
  return `${before}e${after.slice(1)}`;
}

interface Person {
  id: string;
  first_name: string;
  last_name: string;
  email: string;
  phone: string;
  company: string;
}

/** As people type: mostly the beginning of a name, sometimes two, a company, a number, an address, a slip. */
export function queriesOf(people: readonly Person[]): string[] {
  const all = people.map(({ first_name: first, last_name: last, email, phone, company }, n) => {
    const kind = n % 20;
    if (kind < 7) return last.slice(0, 3 + (n % 5));
    if (kind < 9) return first.slice(0, 3 + (n % 3));
    if (kind < 12) return `${first.slice(0, 3 + (n % 4))} ${last.slice(0, 2 + (n % 4))}`;
    if (kind < 14) return `${last} ${first.slice(0, 1 + (n % 3))}`;
    if (kind < 16)
      return company
        .split(' ')
        .slice(0, 2)
        .join(' ')
        .slice(0, 6 + (n % 9));
    if (kind < 17) return email.slice(0, 9 + (n % 6));
    if (kind < 18) return `0${phone.slice(4, 10)}`;
    return slip(last, n);
  });
  return [...new Set(all.map((q) => q.trim()).filter((q) => q.length > 1))];
}

const sample = `
  SELECT c.id, c.first_name, c.last_name, e.value AS email, t.value AS phone, coalesce(co.name, 'Sähkö') AS company
  FROM contacts c LEFT JOIN companies co ON co.id = c.company_id
  JOIN contact_points e ON e.contact_id = c.id AND e.kind = 'email' JOIN contact_points t ON t.contact_id = c.id AND t.kind = 'phone'
  WHERE c.id IN (SELECT contact_id FROM interaction_participants ORDER BY md5(interaction_id::text) LIMIT $1)
  ORDER BY md5(c.id::text)`;

/** @param count how many people to visit; a sixth as many searches */
export async function findRequests(url: string, count: number): Promise<Omit<Requests, 'tokens'>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows: people } = await client.query<Person>(sample, [count]);
  const { rows: users } = await client.query<{ id: string }>('SELECT id FROM users ORDER BY id');
  const { rows: companies } = await client.query<{ id: string }>(
    'SELECT id FROM companies ORDER BY id LIMIT 500',
  );
  await client.end();
  const filters = [
    ...areas.map((areaOfResponsibility) => ({ areaOfResponsibility })),
    ...areas.map((areaOfResponsibility) => ({ areaOfResponsibility, language: 'sv' })),
    ...users.map(({ id }) => ({ ownerId: id })),
    ...['fi', 'sv'].map((language) => ({ language })),
    ...['customer', 'prospect'].map((status) => ({ status })),
    ...companies.slice(0, 6).map(({ id }) => ({ companyId: id })),
  ];
  return {
    lists: filters.map(listOf),
    people: people.map(({ id }) => ({
      contact: `${api}/contacts/${id}`,
      timeline: `${api}/contacts/${id}/timeline?limit=20`,
    })),
    searches: queriesOf(people.slice(0, Math.ceil(count / 6))).map(
      (q) => `${api}/search?${new URLSearchParams({ q }).toString()}`,
    ),
    companyIds: companies.map(({ id }) => id),
  };
}

let created = 0;

/** A person that nobody has yet. */
export function newContactBody(companyId: string): NewContactBody {
  const n = ++created;
  const unique = `${Date.now().toString(36)}${n}`;
  return {
    firstName: 'Mittaria',
    lastName: `Mittanen${n % 997}`,
    emails: [`mittaria.mittanen.${unique}@uusi.example`],
    phones: [`+35890${String((Date.now() + n) % 1_000_000).padStart(6, '0')}`],
    title: 'Ostaja',
    language: 'fi',
    companyId,
    sources: [{ kind: 'person', what: 'Puhelu' }],
  };
}
