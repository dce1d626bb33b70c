import type { Identifiers } from '@seloste/mentions';
import { preparedReaderOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';

/** Somebody who is looked for in texts: plain data, so that it can be sealed. */
export interface SoughtPerson {
  contactId: string;
  identifiers: Identifiers;
  /** Where the person works or worked: there a name alone means them. */
  companyIds: string[];
  /** Other people of the same name: what is on record about these is not about the person. */
  namesakeIds: string[];
  /** Somebody else, on record or on the staff, has the same name: far from the person, the name may be theirs. */
  hasNamesake: boolean;
}

interface Found {
  names: { first: string; last: string }[];
  emails: string[];
  phones: string[];
  companyIds: string[];
}

/** Who the person $1 is now, and everything that the register, imports and mail have known them by. */
export const known = `
  WITH person AS (SELECT id, first_name, last_name, company_id FROM contacts WHERE id = $1),
  imported AS (SELECT record -> 'person' AS person, company_id FROM import_rows WHERE contact_id = $1),
  names AS (
    SELECT first_name AS first, last_name AS last FROM person
    UNION SELECT person ->> 'firstName', person ->> 'lastName' FROM imported WHERE person ->> 'lastName' IS NOT NULL
  ), emails AS (
    SELECT value FROM contact_points WHERE contact_id = $1 AND kind = 'email'
    UNION SELECT jsonb_array_elements_text(person -> 'emails') FROM imported WHERE jsonb_typeof(person -> 'emails') = 'array'
    UNION SELECT recipient FROM messages WHERE contact_id = $1
    UNION SELECT recipient FROM mail_messages WHERE contact_id = $1
  ), phones AS (
    SELECT value FROM contact_points WHERE contact_id = $1 AND kind = 'phone'
    UNION SELECT jsonb_array_elements_text(person -> 'phones') FROM imported WHERE jsonb_typeof(person -> 'phones') = 'array'
  ), companies AS (
    SELECT company_id AS id FROM person UNION SELECT company_id FROM employments WHERE contact_id = $1 UNION SELECT company_id FROM imported
  )
  SELECT (SELECT coalesce(json_agg(n ORDER BY n.first, n.last), '[]') FROM names n) AS names,
    (SELECT coalesce(json_agg(value ORDER BY value), '[]') FROM emails WHERE value LIKE '%@%') AS emails,
    (SELECT coalesce(json_agg(value ORDER BY value), '[]') FROM phones WHERE value IS NOT NULL) AS phones,
    (SELECT coalesce(json_agg(id ORDER BY id), '[]') FROM companies WHERE id IS NOT NULL) AS "companyIds"
  FROM person`;

/**
 * What a person can be recognised by, former values included; the names of people with the same name. To be called
 * before anything of the person is erased. Null when nobody has this id.
 */
export async function soughtPerson(tx: EntityManager, contactId: string): Promise<SoughtPerson | null> {
  const reader = preparedReaderOf(tx);
  const [found] = await reader.read<Found>(known, [contactId]);
  if (!found) return null;
  const names = namesIn(found);
  return personOf(contactId, found, await namesakesOf(tx, contactId, names));
}

/** Somebody who was sought out before their erasure. `basis`: what that rests on, as the database writes it. */
export interface ProspectivePerson {
  person: SoughtPerson;
  basis: string;
}

/** The same for many people at once, by their ids, without whom nobody knows. */
export async function soughtPeople(
  tx: EntityManager,
  contactIds: string[],
): Promise<Map<string, ProspectivePerson>> {
  const reader = preparedReaderOf(tx);
  const all = await reader.read<{ id: string; basis: string }>(
    ofMany('row_to_json(of_one)::text AS basis', known),
    [contactIds],
  );
  const found = all.map(({ id, basis }) => ({ id, basis, found: JSON.parse(basis) as Found }));
  const names = found.flatMap(({ id, found: one }) => namesIn(one).map((name) => ({ id, ...name })));
  const alike = await reader.read<Namesakes & { id: string }>(namesakesOfMany, [
    found.map(({ id }) => id),
    ...[names.map(({ id }) => id), names.map(({ first }) => first ?? ''), names.map(({ last }) => last)],
  ]);
  const namesakesById = new Map(alike.map((one) => [one.id, one]));
  return new Map(
    found.map(({ id, basis, found: one }) => {
      const person = personOf(id, one, namesakesById.get(id) ?? { namesakeIds: [], ofStaff: false });
      return [id, { person, basis }];
    }),
  );
}

/** A query about the person $1, asked about each of the people $1. */
const ofMany = (columns: string, query: string): string =>
  `SELECT p.id, ${columns} FROM unnest($1::uuid[]) AS p (id) CROSS JOIN LATERAL (${query.replaceAll('$1', 'p.id')}) AS of_one`;

const namesIn = ({ names }: Found): Found['names'] => names.filter(({ first, last }) => first || last);

function personOf(contactId: string, found: Found, { namesakeIds, ofStaff }: Namesakes): SoughtPerson {
  const names = namesIn(found);
  return {
    contactId,
    identifiers: {
      firstNames: distinct(names.map(({ first }) => first ?? '')),
      lastNames: distinct(names.map(({ last }) => last ?? '')),
      emails: distinct(found.emails),
      phones: distinct(found.phones),
      handles: [],
    },
    companyIds: found.companyIds,
    namesakeIds,
    hasNamesake: namesakeIds.length > 0 || ofStaff,
  };
}

const distinct = (values: string[]): string[] => [...new Set(values.map((v) => v.trim()).filter(Boolean))];

/** The index knows whole names; who is restricted is in no index, and few are. */
const namesakes = `
  WITH said AS (SELECT DISTINCT btrim(search_lexemes(n.first || ' ' || n.last)) AS name FROM unnest($2::text[], $3::text[]) AS n (first, last)),
  alike AS (
    SELECT e.ref_id AS id FROM said, search_entries e
    WHERE e.kind = 'contact' AND said.name <> '' AND e.words @@ quote_literal('=' || said.name)::tsquery
    UNION
    SELECT c.id FROM said, contacts c WHERE c.restricted AND btrim(search_lexemes(c.first_name || ' ' || c.last_name)) = said.name
  )
  SELECT coalesce((SELECT json_agg(id) FROM alike WHERE id <> $1), '[]') AS "namesakeIds",
    EXISTS (SELECT FROM said, users u WHERE btrim(search_lexemes(u.name)) = said.name) AS "ofStaff"`;

interface Namesakes {
  namesakeIds: string[];
  ofStaff: boolean;
}

/** The names $3 and $4 are those of the people $2, of whom each of the people $1 has some. */
const namesakesOfMany = ofMany(
  '"namesakeIds", "ofStaff"',
  namesakes.replace(
    'FROM unnest($2::text[], $3::text[]) AS n (first, last)',
    'FROM unnest($2::uuid[], $3::text[], $4::text[]) AS n (id, first, last) WHERE n.id = $1',
  ),
);

async function namesakesOf(tx: EntityManager, contactId: string, names: Found['names']): Promise<Namesakes> {
  const [row] = await preparedReaderOf(tx).read<Namesakes & Record<string, unknown>>(namesakes, [
    contactId,
    names.map(({ first }) => first ?? ''),
    names.map(({ last }) => last),
  ]);
  return row ?? { namesakeIds: [], ofStaff: false };
}

const union = (one: string[], other: string[]): string[] => [...new Set([...one, ...other])];

/** By what was known then and what is known now. */
export function together(before: SoughtPerson, now: SoughtPerson): SoughtPerson {
  const [a, b] = [before.identifiers, now.identifiers];
  return {
    contactId: now.contactId,
    identifiers: {
      firstNames: union(a.firstNames, b.firstNames),
      lastNames: union(a.lastNames, b.lastNames),
      emails: union(a.emails, b.emails),
      phones: union(a.phones, b.phones),
      handles: union(a.handles, b.handles),
    },
    companyIds: union(before.companyIds, now.companyIds),
    namesakeIds: union(before.namesakeIds, now.namesakeIds),
    hasNamesake: before.hasNamesake || now.hasNamesake,
  };
}
