import { newId, type Language, type LegalBasis, type Purpose, type SourceKind } from '@seloste/kernel';
import type { AddressDigests } from '@seloste/permissions';
import type { EntityManager } from 'typeorm';
import { pointsOf } from './points-of.js';

/** A person about to come into the register: checked and normalised. */
export interface NewContact {
  id: string;
  firstName: string;
  lastName: string;
  emails: string[];
  phones: string[];
  title: string | null;
  areaOfResponsibility: string | null;
  department: string | null;
  language: Language | null;
  companyId: string | null;
  authorisations: string[];
  interests: string[];
  ownerId: string | null;
  sources: { kind: SourceKind; what: string | null; collectedOn: string }[];
  bases: { purpose: Purpose; basis: LegalBasis }[];
}

const sql = `
  WITH input AS (
    SELECT * FROM jsonb_to_recordset($1) AS i(
      id uuid, "firstName" text, "lastName" text, points jsonb, title text, "areaOfResponsibility" text,
      department text, language text, "companyId" uuid, authorisations text[], interests text[], "ownerId" uuid,
      "employmentId" uuid, sources jsonb, bases jsonb, "collectedOn" date, "collectedVia" text)
  ), people AS (
    INSERT INTO contacts (id, first_name, last_name, title, area_of_responsibility, department, language, company_id,
      authorisations, interests, owner_id, collected_on, collected_via, created_at, created_by, updated_at)
    SELECT id, "firstName", "lastName", title, "areaOfResponsibility", department, language, "companyId",
      authorisations, interests, "ownerId", "collectedOn", "collectedVia", $2, $3, $2 FROM input
  ), reached AS (
    INSERT INTO contact_points (contact_id, kind, position, value, digest)
    SELECT input.id, p.kind, p.position, p.value, decode(p.digest, 'hex')
    FROM input, jsonb_to_recordset(points) AS p(kind text, position smallint, value text, digest text)
  ), origins AS (
    INSERT INTO contact_sources (id, contact_id, kind, what, collected_on, recorded_at, recorded_by)
    SELECT s.id, input.id, s.kind, s.what, s."collectedOn", $2, $3
    FROM input, jsonb_to_recordset(sources) AS s(id uuid, kind text, what text, "collectedOn" date)
  ), grounds AS (
    INSERT INTO contact_bases (contact_id, purpose, basis, recorded_at, recorded_by)
    SELECT input.id, b.purpose, b.basis, $2, $3 FROM input, jsonb_to_recordset(bases) AS b(purpose text, basis text)
  )
  INSERT INTO employments (id, contact_id, company_id, title)
  SELECT "employmentId", id, "companyId", title FROM input WHERE "companyId" IS NOT NULL`;

/** When people come in, by whose act (null: the software itself), and by what suppressed addresses are known again. */
export interface Arrival {
  at: Date;
  by: string | null;
  digests: AddressDigests;
}

/**
 * Writes new people with all that belongs to them, any number in one statement; the database gives each a clock (design
 * rule 4). The audit record is the caller's.
 */
export async function insertContacts(
  tx: EntityManager,
  people: NewContact[],
  { at, by, digests }: Arrival,
): Promise<void> {
  const input = people.map(({ sources, emails, phones, ...person }) => ({
    ...person,
    ...firstOf(sources),
    employmentId: newId(),
    points: [...pointsOf('email', emails, digests), ...pointsOf('phone', phones, digests)].map((point) => ({
      ...point,
      digest: point.digest.toString('hex'),
    })),
    sources: sources.map((source) => ({ ...source, id: newId() })),
  }));
  await tx.query(sql, [JSON.stringify(input), at, by]);
}

/** From when and by what way a person's data came: by the earliest source. */
function firstOf(sources: NewContact['sources']): { collectedOn?: string; collectedVia?: SourceKind } {
  const first = sources.reduce<NewContact['sources'][number] | undefined>(
    (earliest, source) => (earliest && earliest.collectedOn <= source.collectedOn ? earliest : source),
    undefined,
  );
  return first ? { collectedOn: first.collectedOn, collectedVia: first.kind } : {};
}
