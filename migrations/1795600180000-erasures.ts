import type { MigrationInterface, QueryRunner } from 'typeorm';
import { redefine } from './redefine-functions.js';

const tables = `
  CREATE TABLE erasure_settings (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    grace_days integer NOT NULL DEFAULT 0 CHECK (grace_days BETWEEN 0 AND 30),
    version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL,
    updated_by uuid REFERENCES users
  );
  INSERT INTO erasure_settings (updated_at) VALUES (now());

  -- contact_id refers to nobody: the plan and the erasure outlive the row of a person who was deleted.
  CREATE TABLE erasure_plans (
    id uuid PRIMARY KEY,
    contact_id uuid NOT NULL,
    made_at timestamptz NOT NULL,
    made_by uuid REFERENCES users,
    contents jsonb NOT NULL
  );
  CREATE INDEX erasure_plans_by_contact ON erasure_plans (contact_id, made_at);

  CREATE TABLE erasures (
    id uuid PRIMARY KEY,
    contact_id uuid NOT NULL UNIQUE,
    plan_id uuid,
    run_id uuid,
    ground text NOT NULL CHECK (ground IN ('retention', 'request', 'by_hand', 'consent_withdrawn', 'objection')),
    note text CHECK (note <> ''),
    status text NOT NULL CHECK (status IN ('planned', 'in_grace', 'executing', 'waiting_for_decisions', 'held', 'complete', 'incomplete', 'failed')),
    not_before timestamptz,
    requested_at timestamptz NOT NULL,
    requested_by uuid REFERENCES users,
    manner text CHECK (manner IN ('pseudonymised', 'deleted')),
    pseudonym text,
    -- While something of the person is held: what makes them absent meanwhile.
    restriction_id uuid,
    counts jsonb NOT NULL DEFAULT '{}',
    executed_at timestamptz,
    completed_at timestamptz,
    failure text CHECK (failure <> ''),
    certificate jsonb,
    certificate_hash text,
    CONSTRAINT erasures_wait_for_a_day CHECK (status <> 'in_grace' OR not_before IS NOT NULL),
    CONSTRAINT erasures_are_certified CHECK (status <> 'complete' OR num_nonnulls(completed_at, certificate, certificate_hash) = 3),
    CONSTRAINT erasures_fail_with_a_reason CHECK (status NOT IN ('failed', 'incomplete') OR failure IS NOT NULL)
  );
  CREATE INDEX erasures_by_time ON erasures (requested_at, id);
  CREATE INDEX erasures_by_status ON erasures (status, not_before, id);
  CREATE INDEX erasures_by_run ON erasures (run_id) WHERE run_id IS NOT NULL;

  -- Where somebody may be named in what was written of others: a place, never the text.
  CREATE TABLE erasure_mentions (
    id uuid PRIMARY KEY,
    plan_id uuid REFERENCES erasure_plans ON DELETE CASCADE,
    erasure_id uuid REFERENCES erasures ON DELETE CASCADE,
    table_name text NOT NULL,
    column_name text NOT NULL,
    row_id text NOT NULL,
    path text,
    starts_at integer NOT NULL,
    ends_at integer NOT NULL,
    kind text NOT NULL,
    certainty text NOT NULL CHECK (certainty IN ('sure', 'doubtful')),
    decision text CHECK (decision IN ('replace', 'keep')),
    decided_by uuid REFERENCES users,
    decided_at timestamptz,
    CHECK (num_nonnulls(plan_id, erasure_id) = 1),
    CHECK (ends_at > starts_at)
  );
  CREATE INDEX erasure_mentions_by_erasure ON erasure_mentions (erasure_id) WHERE erasure_id IS NOT NULL;
  CREATE INDEX erasure_mentions_by_plan ON erasure_mentions (plan_id) WHERE plan_id IS NOT NULL;
`;

/** What a person is known by, and what tells of them: nothing of it comes back to somebody who was erased. */
const parts = [
  'contact_points',
  'contact_sources',
  'contact_bases',
  'employments',
  'interaction_participants',
  'messages',
];

/** An erased person is never filled with data again (design rule 6), whoever writes and whatever races what. */
const guards = `
  CREATE FUNCTION erased_person_stays_erased() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'an erased person stays erased' USING ERRCODE = 'check_violation', CONSTRAINT = 'erased_people_stay_erased';
  END $$;
  CREATE TRIGGER contacts_stay_erased BEFORE UPDATE ON contacts FOR EACH ROW
    WHEN (OLD.erased_at IS NOT NULL AND (NEW.erased_at, NEW.first_name, NEW.last_name, NEW.title, NEW.area_of_responsibility, NEW.department, NEW.language, NEW.company_id, NEW.authorisations, NEW.interests, NEW.archived_at)
      IS DISTINCT FROM (OLD.erased_at, OLD.first_name, OLD.last_name, OLD.title, OLD.area_of_responsibility, OLD.department, OLD.language, OLD.company_id, OLD.authorisations, OLD.interests, OLD.archived_at))
    EXECUTE FUNCTION erased_person_stays_erased();

  -- Behind the statement: whoever waited for the erasure sees it here.
  CREATE FUNCTION nothing_comes_to_the_erased() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF EXISTS (SELECT FROM added a JOIN contacts c ON c.id = a.contact_id WHERE c.erased_at IS NOT NULL) THEN
      RAISE EXCEPTION 'an erased person stays erased' USING ERRCODE = 'check_violation', CONSTRAINT = 'erased_people_stay_erased';
    END IF;
    RETURN NULL;
  END $$;
  ${parts
    .map(
      (table) => `
  CREATE TRIGGER ${table}_of_the_erased AFTER INSERT ON ${table} REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION nothing_comes_to_the_erased();`,
    )
    .join('')}

  -- As suppress_addresses_of, for good: what an objection left is an erasure's from now on, and nobody takes it back.
  CREATE FUNCTION suppress_erased(person uuid, at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    suppressed integer;
  BEGIN
    INSERT INTO suppressions (id, kind, digest, channel, purpose, reason, since)
    SELECT DISTINCT ON (p.kind, p.digest) gen_random_uuid(), p.kind, p.digest, 'all', 'all', 'erasure', at FROM contact_points p
    WHERE p.contact_id = person AND p.digest <> ''
      -- A switchboard, a shared mailbox: whoever else is there did not ask to be forgotten.
      AND NOT EXISTS (SELECT FROM contact_points other JOIN contacts c ON c.id = other.contact_id
        WHERE other.digest = p.digest AND other.kind = p.kind AND c.id <> person AND c.erased_at IS NULL)
    ON CONFLICT (digest, kind, channel, purpose) DO UPDATE SET reason = 'erasure' WHERE suppressions.reason <> 'erasure';
    GET DIAGNOSTICS suppressed = ROW_COUNT;
    RETURN suppressed;
  END $$;
`;

/** Who was erased is not found by searching, not even by the pseudonym (design rule 3). */
const searchFunctions: Record<string, [was: string, becomes: string][]> = {
  'search_index_contacts(uuid[])': [
    ['r.id = e.ref_id AND NOT r.restricted', 'r.id = e.ref_id AND NOT r.restricted AND r.erased_at IS NULL'],
    [
      'r.id = ANY (ids) AND NOT r.restricted',
      'r.id = ANY (ids) AND NOT r.restricted AND r.erased_at IS NULL',
    ],
  ],
  'search_contacts_updated()': [['archived_at, restricted,', 'archived_at, restricted, erased_at,']],
};

const redefinitions = Object.entries(searchFunctions).flatMap(([routine, changes]) =>
  changes.map((change) => [routine, ...change] as const),
);

/** Forgetting people: what is planned, what was done, what is left to decide; and that whoever is gone stays gone. */
export class Erasures1795600180000 implements MigrationInterface {
  readonly name = 'Erasures1795600180000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables + guards + redefine(redefinitions, 'up'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${redefine(redefinitions, 'down')}
      ${parts.map((table) => `DROP TRIGGER ${table}_of_the_erased ON ${table};`).join('\n')}
      DROP TRIGGER contacts_stay_erased ON contacts;
      DROP FUNCTION suppress_erased(uuid, timestamptz), nothing_comes_to_the_erased(), erased_person_stays_erased();
      DROP TABLE erasure_mentions, erasures, erasure_plans, erasure_settings;
    `);
  }
}
