import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From these on, a message has left the house, or may have. */
const leaving = `('handing_over', 'in_doubt', 'handed_over', 'kept')`;

const tables = `
  ALTER TABLE purposes ADD CONSTRAINT purposes_with_class UNIQUE (key, class);

  CREATE TABLE messages (
    id uuid PRIMARY KEY,
    class text NOT NULL CHECK (class IN ('service', 'marketing')),
    channel text NOT NULL CHECK (channel = 'email'),
    purpose text NOT NULL,
    -- H12: the profiling that found the person; whoever says no to it gets nothing of it that still waits.
    profiling_purpose text REFERENCES purposes,
    contact_id uuid NOT NULL, restricted boolean NOT NULL DEFAULT false,
    company_id uuid REFERENCES companies ON DELETE SET NULL,
    language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    recipient text CHECK (recipient <> ''),
    origin_kind text NOT NULL CHECK (origin_kind IN ('one_to_one', 'mailing', 'sequence')),
    origin_id uuid,
    areas text[],
    role_reason text CHECK (role_reason <> ''),
    sealed_content text,
    author_id uuid REFERENCES users,
    idempotency_key text CHECK (idempotency_key <> ''),
    status text NOT NULL CHECK (status IN ('waiting', 'handing_over', 'handed_over', 'in_doubt', 'stopped', 'failed', 'cancelled', 'kept')),
    paused boolean NOT NULL DEFAULT false,
    not_before timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    failure text CHECK (failure <> ''),
    decided_at timestamptz,
    decision_code text,
    decision_law text,
    decision_since timestamptz,
    decision_evidence_type text,
    decision_evidence_id uuid,
    decision_obligations text[],
    message_id text,
    handed_over_at timestamptz,
    followed_up_at timestamptz,
    interaction_id uuid REFERENCES interactions ON DELETE SET NULL,
    bounced_at timestamptz,
    bounce_kind text CHECK (bounce_kind IN ('hard', 'soft')),
    bounce_status text,
    complained_at timestamptz,
    created_at timestamptz NOT NULL,
    FOREIGN KEY (contact_id, restricted) REFERENCES contacts (id, restricted) ON UPDATE CASCADE ON DELETE CASCADE,
    -- V4: marketing never passes as service, whoever wrote the code above.
    CONSTRAINT messages_are_of_their_purposes_class FOREIGN KEY (purpose, class) REFERENCES purposes (key, class),
    CONSTRAINT messages_leave_decided CHECK (status NOT IN ${leaving} OR num_nonnulls(decided_at, decision_code, decision_law) = 3),
    CHECK ((status = 'handed_over') = (handed_over_at IS NOT NULL)),
    CHECK ((origin_kind = 'one_to_one') = (origin_id IS NULL))
  );
  CREATE INDEX messages_due ON messages (not_before, id) WHERE status = 'waiting' AND NOT paused;
  CREATE INDEX messages_in_hand ON messages (id) WHERE status = 'handing_over';
  CREATE INDEX messages_to_follow_up ON messages (handed_over_at) WHERE status = 'handed_over' AND followed_up_at IS NULL;
  CREATE INDEX messages_by_contact ON messages (contact_id, created_at, id);
  CREATE INDEX messages_by_company ON messages (company_id) WHERE company_id IS NOT NULL;
  CREATE INDEX messages_by_origin ON messages (origin_id, status) WHERE origin_id IS NOT NULL;
  CREATE INDEX messages_by_message_id ON messages (message_id) WHERE message_id IS NOT NULL;
  CREATE INDEX messages_by_interaction ON messages (interaction_id) WHERE interaction_id IS NOT NULL;
  CREATE INDEX messages_kept ON messages (created_at, id) WHERE status = 'kept';
  CREATE UNIQUE INDEX messages_of_one_request ON messages (author_id, idempotency_key) WHERE idempotency_key IS NOT NULL;

  CREATE TABLE message_settings (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    per_minute integer CHECK (per_minute > 0),
    allowance double precision NOT NULL DEFAULT 0,
    granted integer NOT NULL DEFAULT 0,
    replenished_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL
  );
  INSERT INTO message_settings (replenished_at, updated_at) VALUES (now(), now());
`;

const restriction = `
  ALTER TABLE messages ENABLE ROW LEVEL SECURITY;
  CREATE POLICY not_restricted ON messages USING (NOT restricted) WITH CHECK (true);
  CREATE POLICY privacy_officer_reads ON messages FOR SELECT USING (acts_as_privacy_officer());

  -- GDPR Art. 18: what waits for a restricted person never leaves, not even when the restriction is lifted months later.
  CREATE FUNCTION message_is_queued() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    SELECT c.restricted INTO NEW.restricted FROM contacts c WHERE c.id = NEW.contact_id FOR KEY SHARE;
    NEW.restricted := coalesce(NEW.restricted, false);
    IF NEW.restricted AND NEW.status = 'waiting' THEN
      NEW.status := 'stopped'; NEW.sealed_content := NULL;
      NEW.decided_at := now(); NEW.decision_code := 'restricted'; NEW.decision_law := 'GDPR Art. 18(2)';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER messages_queued BEFORE INSERT ON messages FOR EACH ROW EXECUTE FUNCTION message_is_queued();

  CREATE FUNCTION message_follows_restriction() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.status = 'waiting' THEN
      NEW.status := 'stopped'; NEW.sealed_content := NULL;
      NEW.decided_at := now(); NEW.decision_code := 'restricted'; NEW.decision_law := 'GDPR Art. 18(2)';
    ELSIF NEW.status = 'handing_over' THEN
      NEW.status := 'in_doubt'; -- who restricts has the addressee alone: whoever had the message in hand is gone
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER messages_restricted BEFORE UPDATE OF restricted ON messages FOR EACH ROW
    WHEN (NEW.restricted AND NOT OLD.restricted) EXECUTE FUNCTION message_follows_restriction();
`;

/**
 * Design rule 2: marketing, and whatever rests on profiling (H12). The trigger holds the addressees as who hands over
 * does: what forbids the message is on record before this decision, or after the transaction.
 */
const guard = `
  CREATE FUNCTION message_leaves_with_a_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    leaving uuid[];
    refused uuid;
  BEGIN
    IF TG_OP = 'INSERT' THEN
      SELECT array_agg(n.id) INTO leaving FROM written n
      WHERE (n.class = 'marketing' OR n.profiling_purpose IS NOT NULL) AND n.status IN ${leaving};
    ELSE
      SELECT array_agg(n.id) INTO leaving FROM written n LEFT JOIN was w ON w.id = n.id
      WHERE (n.class = 'marketing' OR n.profiling_purpose IS NOT NULL) AND n.status IN ${leaving} AND (w.id IS NULL OR w.status NOT IN ${leaving}
        OR (w.class, w.channel, w.purpose, w.profiling_purpose, w.contact_id, w.areas, w.role_reason)
          IS DISTINCT FROM (n.class, n.channel, n.purpose, n.profiling_purpose, n.contact_id, n.areas, n.role_reason));
    END IF;
    IF leaving IS NULL THEN RETURN NULL; END IF;
    PERFORM pg_advisory_xact_lock_shared(7356800, hashtext(held.id::text)) FROM (
      SELECT m.contact_id AS id FROM messages m WHERE m.id = ANY (leaving)
      UNION SELECT c.company_id FROM messages m JOIN contacts c ON c.id = m.contact_id WHERE m.id = ANY (leaving) AND c.company_id IS NOT NULL
      ORDER BY 1) AS held;
    SELECT d.contact_id INTO refused FROM (
      SELECT m.channel, m.purpose, m.areas, m.role_reason IS NOT NULL AS role_reason, array_agg(m.contact_id) AS contact_ids
      FROM messages m WHERE m.id = ANY (leaving) GROUP BY 1, 2, 3, 4
      UNION ALL SELECT m.channel, m.profiling_purpose, NULL, false, array_agg(m.contact_id)
      FROM messages m WHERE m.id = ANY (leaving) AND m.profiling_purpose IS NOT NULL GROUP BY 1, 2) AS alike
    CROSS JOIN LATERAL permission_decisions_of(alike.contact_ids, alike.channel, alike.purpose, alike.areas, alike.role_reason, clock_timestamp()) AS d
    WHERE d.allowed IS NOT TRUE LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'a message does not leave without a decision that permits it'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'messages_leave_permitted';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER messages_leave_permitted_new AFTER INSERT ON messages REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION message_leaves_with_a_decision();
  CREATE TRIGGER messages_leave_permitted AFTER UPDATE ON messages REFERENCING OLD TABLE AS was NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION message_leaves_with_a_decision();
`;

/** The outbox of messages to people, and how fast they leave. */
export class Messages1795500120000 implements MigrationInterface {
  readonly name = 'Messages1795500120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables + restriction + guard);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE message_settings, messages;
      DROP FUNCTION message_leaves_with_a_decision(), message_follows_restriction(), message_is_queued();
      ALTER TABLE purposes DROP CONSTRAINT purposes_with_class;
    `);
  }
}
