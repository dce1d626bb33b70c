import type { MigrationInterface, QueryRunner } from 'typeorm';

const ofAPerson = `contact_id uuid NOT NULL, restricted boolean NOT NULL DEFAULT false,
    FOREIGN KEY (contact_id, restricted) REFERENCES contacts (id, restricted) ON UPDATE CASCADE ON DELETE CASCADE`;

const tables = `
  CREATE TABLE sequences (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    trigger text NOT NULL CHECK (trigger IN ('guide_requested', 'signed_up')),
    purpose text NOT NULL REFERENCES purposes,
    role_reason text CHECK (role_reason <> ''),
    -- Why it is no marketing in disguise (V4).
    service_reason text CHECK (service_reason <> ''),
    -- Looks after those whom nobody looked after.
    owner_id uuid REFERENCES users,
    disabled_at timestamptz,
    disabled_by uuid REFERENCES users,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    created_by uuid REFERENCES users,
    updated_at timestamptz NOT NULL,
    CHECK (disabled_at IS NOT NULL OR disabled_by IS NULL)
  );
  CREATE INDEX sequences_by_trigger ON sequences (trigger) WHERE disabled_at IS NULL;

  CREATE TABLE sequence_steps (
    sequence_id uuid NOT NULL REFERENCES sequences ON DELETE CASCADE,
    position integer NOT NULL CHECK (position >= 1),
    after_hours integer NOT NULL CHECK (after_hours >= 0),
    template_id uuid NOT NULL REFERENCES templates,
    PRIMARY KEY (sequence_id, position)
  );
  CREATE INDEX sequence_steps_by_template ON sequence_steps (template_id);

  -- One person's way through a sequence (V5).
  CREATE TABLE sequence_runs (
    id uuid PRIMARY KEY,
    sequence_id uuid NOT NULL REFERENCES sequences,
    ${ofAPerson},
    trigger text NOT NULL,
    what text CHECK (what <> ''),
    started_at timestamptz NOT NULL,
    started_by uuid REFERENCES users,
    ended_at timestamptz,
    ended_because text CHECK (ended_because IN ('completed', 'staff', 'person', 'objection', 'restriction', 'erasure')),
    ended_by uuid REFERENCES users,
    link_id uuid REFERENCES contact_links,
    CHECK ((ended_at IS NULL) = (ended_because IS NULL)),
    CHECK (ended_by IS NULL OR ended_because = 'staff'),
    CHECK (link_id IS NULL OR ended_because = 'person')
  );
  CREATE UNIQUE INDEX sequence_runs_under_way ON sequence_runs (contact_id, sequence_id) WHERE ended_at IS NULL;
  CREATE INDEX sequence_runs_by_contact ON sequence_runs (contact_id, started_at);
  CREATE INDEX sequence_runs_by_sequence ON sequence_runs (sequence_id);

  -- The id of the message that a step will be is known before: whoever writes it twice writes it once.
  CREATE TABLE sequence_run_steps (
    message_id uuid PRIMARY KEY,
    run_id uuid NOT NULL REFERENCES sequence_runs ON DELETE CASCADE,
    ${ofAPerson},
    position integer NOT NULL,
    after_hours integer NOT NULL,
    template_id uuid NOT NULL REFERENCES templates,
    due_at timestamptz NOT NULL,
    taken_at timestamptz,
    outcome text CHECK (outcome IN ('queued', 'left_out')),
    code text,
    template_version_id uuid REFERENCES template_versions,
    UNIQUE (run_id, position),
    CHECK ((taken_at IS NULL) = (outcome IS NULL)),
    CHECK (outcome IS DISTINCT FROM 'queued' OR template_version_id IS NOT NULL)
  );
  CREATE INDEX sequence_run_steps_due ON sequence_run_steps (due_at, message_id) WHERE taken_at IS NULL;
  CREATE INDEX sequence_run_steps_by_contact ON sequence_run_steps (contact_id);
  CREATE INDEX sequence_run_steps_by_template ON sequence_run_steps (template_id) WHERE taken_at IS NULL;
`;

const policies = ['sequence_runs', 'sequence_run_steps']
  .map(
    (table) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY not_restricted ON ${table} USING (NOT restricted) WITH CHECK (true);
  CREATE POLICY privacy_officer_reads ON ${table} FOR SELECT USING (acts_as_privacy_officer());`,
  )
  .join('');

const definer = 'LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp';

/** Whatever says no ends what is sent by itself, in the same transaction, whoever wrote it down (V5, GDPR Art. 21(3)). */
const endings = `
  CREATE FUNCTION sequence_run_belongs() RETURNS trigger ${definer} AS $$
  BEGIN
    SELECT c.restricted INTO NEW.restricted FROM contacts c WHERE c.id = NEW.contact_id;
    NEW.restricted := coalesce(NEW.restricted, false);
    RETURN NEW;
  END $$;
  CREATE TRIGGER sequence_runs_belong BEFORE INSERT ON sequence_runs FOR EACH ROW EXECUTE FUNCTION sequence_run_belongs();
  CREATE TRIGGER sequence_run_steps_belong BEFORE INSERT ON sequence_run_steps FOR EACH ROW EXECUTE FUNCTION sequence_run_belongs();

  -- What is over has no next step; what waits in the outbox does not leave.
  CREATE FUNCTION sequence_run_is_over() RETURNS trigger ${definer} AS $$
  BEGIN
    DELETE FROM sequence_run_steps WHERE run_id = NEW.id AND taken_at IS NULL;
    IF NEW.ended_because <> 'completed' THEN
      UPDATE messages SET status = 'cancelled', sealed_content = NULL
      WHERE origin_kind = 'sequence' AND origin_id = NEW.id AND status = 'waiting';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER sequence_runs_over AFTER UPDATE OF ended_at ON sequence_runs FOR EACH ROW
    WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION sequence_run_is_over();

  CREATE FUNCTION objection_ends_sequences() RETURNS trigger ${definer} AS $$
  BEGIN
    IF NEW.channel NOT IN ('all', 'email') THEN RETURN NULL; END IF;
    UPDATE sequence_runs r SET ended_at = NEW.recorded_at, ended_because = 'objection'
    FROM sequences s JOIN purposes p ON p.key = s.purpose
    WHERE s.id = r.sequence_id AND r.ended_at IS NULL
      AND (NEW.purpose = s.purpose OR NEW.purpose = 'all' AND p.class <> 'service')
      AND r.contact_id IN (
        SELECT NEW.contact_id UNION ALL SELECT c.id FROM contacts c WHERE c.company_id = NEW.company_id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER objections_end_sequences AFTER INSERT ON objections FOR EACH ROW EXECUTE FUNCTION objection_ends_sequences();

  CREATE FUNCTION withdrawal_ends_sequences() RETURNS trigger ${definer} AS $$
  BEGIN
    UPDATE sequence_runs r SET ended_at = NEW.recorded_at, ended_because = 'objection'
    FROM sequences s, consents c
    WHERE c.id = NEW.consent_id AND c.channel IN ('all', 'email') AND s.purpose = c.purpose
      AND s.id = r.sequence_id AND r.contact_id = c.contact_id AND r.ended_at IS NULL;
    RETURN NULL;
  END $$;
  CREATE TRIGGER consent_withdrawals_end_sequences AFTER INSERT ON consent_withdrawals FOR EACH ROW EXECUTE FUNCTION withdrawal_ends_sequences();

  -- GDPR Art. 18 and 17. What was due meanwhile does not come afterwards.
  CREATE FUNCTION person_leaves_sequences() RETURNS trigger ${definer} AS $$
  BEGIN
    UPDATE sequence_runs SET ended_at = now(), ended_because = CASE WHEN NEW.erased_at IS NULL THEN 'restriction' ELSE 'erasure' END
    WHERE contact_id = NEW.id AND ended_at IS NULL;
    RETURN NULL;
  END $$;
  CREATE TRIGGER contacts_leave_sequences AFTER UPDATE OF restricted, erased_at ON contacts FOR EACH ROW
    WHEN (NEW.restricted AND NOT OLD.restricted OR NEW.erased_at IS DISTINCT FROM OLD.erased_at)
    EXECUTE FUNCTION person_leaves_sequences();
`;

/** Mails that follow something a person asked for, by themselves (V5). */
export class Sequences1795500360000 implements MigrationInterface {
  readonly name = 'Sequences1795500360000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables + policies + endings);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER contacts_leave_sequences ON contacts;
      DROP TRIGGER consent_withdrawals_end_sequences ON consent_withdrawals;
      DROP TRIGGER objections_end_sequences ON objections;
      DROP TABLE sequence_run_steps, sequence_runs, sequence_steps, sequences;
      DROP FUNCTION person_leaves_sequences(), withdrawal_ends_sequences(), objection_ends_sequences(), sequence_run_is_over(),
        sequence_run_belongs();
    `);
  }
}
