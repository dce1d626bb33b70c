import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nothing of what PostgreSQL runs for us depends on who calls. */
const definer = 'LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp';

/** An erasure that has begun and goes on by itself. One that a rule began, and that came to nothing, begins anew while the rule says so. */
const hasBegun = (e: string): string =>
  `(${e}.status IN ('planned', 'in_grace', 'executing', 'waiting_for_decisions', 'held', 'incomplete') OR ${e}.status = 'failed' AND ${e}.ground <> 'retention')`;

const tables = `
  CREATE TABLE retention_runs (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('nightly', 'by_hand')),
    dry_run boolean NOT NULL,
    status text NOT NULL CHECK (status IN ('queued', 'running', 'complete', 'failed')),
    requested_by uuid REFERENCES users,
    requested_at timestamptz NOT NULL,
    as_of date NOT NULL,
    started_at timestamptz,
    progressed_at timestamptz NOT NULL,
    finished_at timestamptz,
    rule_versions jsonb,
    counts jsonb,
    durations jsonb NOT NULL DEFAULT '{}',
    failure text CHECK (failure ~ '^[A-Za-z0-9_ ]+$'),
    CHECK (kind = 'by_hand' OR NOT dry_run AND requested_by IS NULL),
    CHECK ((status IN ('complete', 'failed')) = (finished_at IS NOT NULL)),
    CHECK ((status = 'complete') <= (counts IS NOT NULL AND started_at IS NOT NULL)),
    CHECK ((status = 'failed') = (failure IS NOT NULL)),
    CHECK ((started_at IS NULL) = (rule_versions IS NULL))
  );
  -- One at a time, however many processes there are and whoever asks.
  CREATE UNIQUE INDEX retention_runs_under_way ON retention_runs ((true)) WHERE status IN ('queued', 'running');
  CREATE UNIQUE INDEX retention_runs_of_a_night ON retention_runs (as_of) WHERE kind = 'nightly';
  CREATE INDEX retention_runs_by_time ON retention_runs (requested_at, id);

  -- One row for each person whose time has come, and one for the things of each rule: those have no subject_id, and
  -- counted says how many they are. Without a foreign key: that somebody went stays known when their row is gone.
  CREATE TABLE retention_run_items (
    run_id uuid NOT NULL REFERENCES retention_runs,
    id uuid NOT NULL,
    subject_type text NOT NULL CHECK (subject_type <> ''),
    subject_id uuid,
    rule_key text,
    rule_version integer,
    ground text NOT NULL CHECK (ground <> ''),
    action text NOT NULL CHECK (action IN ('erase', 'delete', 'redact', 'review')),
    start text,
    started_on date,
    due_on date,
    counted integer NOT NULL DEFAULT 1 CHECK (counted >= 0),
    outcome text NOT NULL CHECK (outcome IN ('pending', 'done', 'held', 'waiting', 'failed', 'left')),
    code text CHECK (code ~ '^[A-Za-z0-9_ ]+$'),
    erasure_id uuid,
    done_at timestamptz,
    PRIMARY KEY (run_id, id),
    CHECK ((subject_type = 'contact') = (subject_id IS NOT NULL)),
    CHECK (outcome <> 'failed' OR code IS NOT NULL)
  );
  CREATE INDEX retention_run_items_by_outcome ON retention_run_items (run_id, outcome, id);
  CREATE INDEX retention_run_items_by_subject ON retention_run_items (subject_id) WHERE subject_id IS NOT NULL;

  CREATE TABLE retention_alarms (
    id uuid PRIMARY KEY,
    code text NOT NULL CHECK (code IN ('failed', 'overdue')),
    since timestamptz NOT NULL,
    raised_at timestamptz NOT NULL,
    cleared_at timestamptz
  );
  CREATE UNIQUE INDEX retention_alarms_in_force ON retention_alarms ((true)) WHERE cleared_at IS NULL;
`;

/** What a run did is evidence (GDPR Art. 5(2)): it goes forward, and stands when it is over. */
const evidence = `
  CREATE FUNCTION retention_run_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' OR OLD.finished_at IS NOT NULL
      OR (NEW.id, NEW.kind, NEW.dry_run, NEW.requested_by, NEW.requested_at, NEW.as_of)
        IS DISTINCT FROM (OLD.id, OLD.kind, OLD.dry_run, OLD.requested_by, OLD.requested_at, OLD.as_of)
      OR OLD.started_at IS NOT NULL AND (NEW.started_at, NEW.rule_versions) IS DISTINCT FROM (OLD.started_at, OLD.rule_versions)
    THEN
      RAISE EXCEPTION 'the record of a run only grows' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER retention_runs_go_forward BEFORE UPDATE OR DELETE ON retention_runs
    FOR EACH ROW EXECUTE FUNCTION retention_run_goes_forward();

  CREATE FUNCTION retention_item_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' OR OLD.outcome <> 'pending' OR NEW.counted < OLD.counted
      OR (NEW.run_id, NEW.id, NEW.subject_type, NEW.subject_id, NEW.rule_key, NEW.rule_version, NEW.ground, NEW.action, NEW.due_on)
        IS DISTINCT FROM (OLD.run_id, OLD.id, OLD.subject_type, OLD.subject_id, OLD.rule_key, OLD.rule_version, OLD.ground, OLD.action, OLD.due_on)
    THEN
      RAISE EXCEPTION 'the record of a run only grows' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER retention_run_items_go_forward BEFORE UPDATE OR DELETE ON retention_run_items
    FOR EACH ROW EXECUTE FUNCTION retention_item_goes_forward();
`;

/**
 * Who is due, restricted people among them: those whose processing is restricted stay until they are released (GDPR Art.
 * 18(2)), and are listed. Of those whose erasure has begun, the ones whose grace or hold is over, or who could not be
 * forgotten before. A dry run says whom a hold would keep; in a real one the erasure itself finds out, in its transaction.
 */
const planning = `
  CREATE FUNCTION retention_plan_people(run uuid, today date, at timestamptz, dry boolean) RETURNS void ${definer} AS $$
  BEGIN
    INSERT INTO retention_run_items (run_id, id, subject_type, subject_id, rule_key, rule_version, ground, action, start, started_on, due_on, outcome, code)
    SELECT run, gen_random_uuid(), 'contact', c.id, c.retention_ground, c.retention_rule_version, 'retention', r.action,
      c.retention_start, c.retention_started_on, c.retention_due_on,
      CASE WHEN r.action = 'review' THEN 'waiting' WHEN c.restricted THEN 'held' WHEN dry AND kept.any THEN 'held' ELSE 'pending' END,
      CASE WHEN r.action = 'review' THEN 'review' WHEN c.restricted THEN 'restricted' WHEN dry AND kept.any THEN 'hold' END
    FROM contacts c JOIN retention_rules r ON r.key = c.retention_ground
    CROSS JOIN LATERAL (SELECT dry AND EXISTS (SELECT FROM holds_of(ARRAY[c.id], today)) AS any) kept
    WHERE c.retention_due_on <= today AND c.erased_at IS NULL
      AND NOT EXISTS (SELECT FROM erasures e WHERE e.contact_id = c.id AND ${hasBegun('e')});

    INSERT INTO retention_run_items (run_id, id, subject_type, subject_id, ground, action, due_on, outcome)
    SELECT run, gen_random_uuid(), 'contact', e.contact_id, e.ground, 'erase', least(e.not_before::date, today), 'pending'
    FROM erasures e
    WHERE ${hasBegun('e')} AND CASE e.status
      WHEN 'in_grace' THEN e.not_before <= at
      WHEN 'held' THEN NOT EXISTS (SELECT FROM holds_of(ARRAY[e.contact_id], today))
      ELSE e.status IN ('executing', 'incomplete', 'failed') END;
  END $$;
`;

/** What was said, when its time is over: in bounded batches, as long as nothing holds it. */
const interactions = `
  CREATE INDEX interactions_to_redact ON interactions (type, occurred_at, id) WHERE redacted_at IS NULL;

  CREATE FUNCTION retention_due_interactions(of_type text, before timestamptz, today date, at_most integer) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT i.id FROM interactions i
    WHERE i.type = of_type AND i.occurred_at < before AND i.redacted_at IS NULL AND NOT i.restricted
      AND NOT EXISTS (SELECT FROM holds h WHERE h.company_id = i.company_id AND h.released_at IS NULL
        AND (h.until IS NULL OR h.until >= today) AND 'communication' = ANY (h.categories))
      AND NOT EXISTS (SELECT FROM interaction_participants p JOIN holds h ON h.contact_id = p.contact_id
        WHERE p.interaction_id = i.id AND h.released_at IS NULL AND (h.until IS NULL OR h.until >= today) AND 'communication' = ANY (h.categories))
    ORDER BY i.occurred_at, i.id LIMIT at_most
  $$;

  CREATE FUNCTION retention_redact_interactions(of_type text, before timestamptz, today date, at_most integer) RETURNS integer ${definer} AS $$
  DECLARE
    due uuid[] := ARRAY(SELECT retention_due_interactions(of_type, before, today, at_most));
  BEGIN
    DELETE FROM interaction_revisions WHERE interaction_id = ANY (due);
    UPDATE interactions SET subject = NULL, body = NULL, redacted_at = now(), version = version + 1 WHERE id = ANY (due);
    RETURN cardinality(due);
  END $$;

  CREATE FUNCTION retention_delete_interactions(of_type text, before timestamptz, today date, at_most integer) RETURNS integer ${definer} AS $$
  DECLARE
    due uuid[] := ARRAY(SELECT retention_due_interactions(of_type, before, today, at_most));
  BEGIN
    DELETE FROM interactions WHERE id = ANY (due);
    RETURN cardinality(due);
  END $$;
`;

/** The nightly purge, and what it did (design rule 4; H7, V12, K7, C6). */
export class RetentionRuns1795600240000 implements MigrationInterface {
  readonly name = 'RetentionRuns1795600240000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables + evidence + planning + interactions);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION retention_delete_interactions(text, timestamptz, date, integer), retention_redact_interactions(text, timestamptz, date, integer),
        retention_due_interactions(text, timestamptz, date, integer);
      DROP INDEX interactions_to_redact;
      DROP FUNCTION retention_plan_people(uuid, date, timestamptz, boolean);
      DROP TABLE retention_alarms, retention_run_items, retention_runs;
      DROP FUNCTION retention_item_goes_forward(), retention_run_goes_forward();
    `);
  }
}
