import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is closed, by the retention of the record of acts and by the database's own clock (`as_of` can only be earlier). */
const over = `closed_at < least(as_of, now()) - make_interval(months => (SELECT months FROM audit_retention WHERE class = 'decision'))`;

const tables = `
  CREATE TABLE breaches (
    id uuid PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    facts text NOT NULL CHECK (facts <> ''),
    aware_at timestamptz NOT NULL,
    began_at timestamptz,
    ended_at timestamptz,
    natures text[] NOT NULL DEFAULT '{}',
    effects text,
    measures text,
    risk text CHECK (risk IN ('none', 'risk', 'high')),
    risk_reason text CHECK (risk_reason <> ''),
    authority_notified_at timestamptz,
    delay_reason text CHECK (delay_reason <> ''),
    silence text CHECK (silence IN ('unintelligible', 'risk_removed', 'disproportionate_effort')),
    silence_reason text CHECK (silence_reason <> ''),
    reported_by uuid REFERENCES users,
    reported_at timestamptz NOT NULL,
    closed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CHECK (ended_at >= began_at),
    CONSTRAINT breaches_are_assessed_with_a_reason CHECK ((risk IS NULL) = (risk_reason IS NULL)),
    CONSTRAINT breaches_are_silent_with_a_reason CHECK ((silence IS NULL) = (silence_reason IS NULL)),
    -- GDPR Art. 33(1): a late notice says why.
    CONSTRAINT breaches_are_notified_in_time CHECK (coalesce(authority_notified_at <= aware_at + interval '72 hours', true) OR delay_reason IS NOT NULL),
    CONSTRAINT breaches_close_when_all_are_told CHECK (closed_at IS NULL OR coalesce(risk = 'none' OR authority_notified_at IS NOT NULL, false))
  );
  CREATE INDEX breaches_by_time ON breaches (aware_at, id);

  CREATE TABLE breach_people (
    breach_id uuid NOT NULL REFERENCES breaches ON DELETE CASCADE,
    contact_id uuid NOT NULL,
    restricted boolean NOT NULL DEFAULT false,
    found_by text NOT NULL CHECK (found_by IN ('audit', 'by_hand')),
    told_at timestamptz,
    mail_id uuid,
    PRIMARY KEY (breach_id, contact_id),
    FOREIGN KEY (contact_id, restricted) REFERENCES contacts (id, restricted) ON UPDATE CASCADE ON DELETE CASCADE
  );
  CREATE INDEX breach_people_by_contact ON breach_people (contact_id);
  ALTER TABLE breach_people ENABLE ROW LEVEL SECURITY;
  CREATE POLICY not_restricted ON breach_people USING (NOT restricted) WITH CHECK (true);
  CREATE POLICY privacy_officer ON breach_people USING (acts_as_privacy_officer()) WITH CHECK (true);

  -- How many people it is about, restricted ones counted: a number tells of nobody.
  CREATE FUNCTION breach_people_of(breach uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*)::int FROM breach_people p WHERE p.breach_id = breach
  $$;

  CREATE TABLE breach_events (
    id uuid PRIMARY KEY,
    breach_id uuid NOT NULL REFERENCES breaches ON DELETE CASCADE,
    step text NOT NULL,
    people integer,
    at timestamptz NOT NULL,
    by uuid REFERENCES users
  );
  CREATE INDEX breach_events_by_breach ON breach_events (breach_id, id);

  CREATE FUNCTION breaches_over(as_of timestamptz) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*)::int FROM breaches WHERE ${over}
  $$;
  CREATE FUNCTION prune_breaches(as_of timestamptz, at_most integer) RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS (DELETE FROM breaches WHERE id IN (SELECT id FROM breaches WHERE ${over} LIMIT at_most) RETURNING id)
    SELECT count(*)::int FROM gone
  $$;
`;

/** Breaches of personal data, who was told of them and when (GDPR Art. 33, 34). */
export class Breaches1795800360000 implements MigrationInterface {
  readonly name = 'Breaches1795800360000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION prune_breaches(timestamptz, integer), breaches_over(timestamptz), breach_people_of(uuid);
      DROP TABLE breach_events, breach_people, breaches;
    `);
  }
}
