import type { TestApp } from '@seloste/testing';

const letters = (n: string): string => `translate(${n}::text, '0123456789', 'aeiouklmnp')`;

const people = `
  WITH people AS (SELECT gen_random_uuid() AS id, n FROM generate_series(1, $1::int) AS n),
  made AS (INSERT INTO contacts (id, first_name, last_name, company_id, retention_ground, retention_review_on, collected_on, collected_via, created_at, updated_at)
    SELECT id, $3 || 'i' || ${letters('n')} || 'q', $3 || ${letters('n')} || 'x', $4::uuid, 'prospects', NULL, $2::date, 'event', $2::date, $2::date FROM people),
  sources AS (INSERT INTO contact_sources (id, contact_id, kind, what, collected_on, recorded_at)
    SELECT gen_random_uuid(), id, 'event', 'mässa', $2::date, $2::date FROM people),
  points AS (INSERT INTO contact_points (contact_id, kind, position, value, digest)
    SELECT id, 'email', 0, lower($3) || n || '@zorinen.example', sha256((id::text)::bytea) FROM people),
  spoken AS (INSERT INTO interactions (id, type, direction, occurred_at, subject, body, created_at)
    SELECT id, 'call', 'out', $5::timestamptz + n * interval '1 second', 'Soitto', 'Puhuttiin kuvista.', $5 FROM people),
  present AS (INSERT INTO interaction_participants (interaction_id, contact_id, position, occurred_at)
    SELECT id, id, 0, $5::timestamptz + n * interval '1 second' FROM people)
  SELECT id FROM people`;

/** Prospects of a test, each with an address and a call that we made; no name is in another's. Their ids. */
export async function addProspects(
  app: TestApp,
  count: number,
  {
    collectedOn,
    name,
    companyId = null,
    calledAt = '2026-10-01T12:00:00Z',
  }: { collectedOn: string; name: string; companyId?: string | null; calledAt?: string },
): Promise<string[]> {
  const rows = await app.rows<{ id: string }>(people, [count, collectedOn, name, companyId, calledAt]);
  return rows.map(({ id }) => id);
}
