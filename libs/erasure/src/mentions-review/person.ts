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

/** Who they are now, and everything that the register, imports and mail have known them by. */
const known = `
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
  SELECT (SELECT coalesce(json_agg(n), '[]') FROM names n) AS names,
    (SELECT coalesce(json_agg(value), '[]') FROM emails WHERE value LIKE '%@%') AS emails,
    (SELECT coalesce(json_agg(value), '[]') FROM phones WHERE value IS NOT NULL) AS phones,
    (SELECT coalesce(json_agg(id), '[]') FROM companies WHERE id IS NOT NULL) AS "companyIds"
  FROM person`;

/**
 * What a person can be recognised by, former values included; the names of people with the same name. To be called
 * before anything of the person is erased. Null when nobody has this id.
 */
export async function soughtPerson(tx: EntityManager, contactId: string): Promise<SoughtPerson | null> {
  const reader = preparedReaderOf(tx);
  const [found] = await reader.read<Found>(known, [contactId]);
  if (!found) return null;
  const names = found.names.filter(({ first, last }) => first || last);
  const { namesakeIds, ofStaff } = await namesakesOf(tx, contactId, names);
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

async function namesakesOf(
  tx: EntityManager,
  contactId: string,
  names: Found['names'],
): Promise<{ namesakeIds: string[]; ofStaff: boolean }> {
  const [row] = await preparedReaderOf(tx).read<{ namesakeIds: string[]; ofStaff: boolean }>(namesakes, [
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
