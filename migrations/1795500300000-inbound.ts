import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE TABLE inbound_mailboxes (
    id uuid PRIMARY KEY,
    singleton boolean NOT NULL DEFAULT true UNIQUE CHECK (singleton),
    host text NOT NULL CHECK (host <> ''),
    port integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
    secure boolean NOT NULL,
    username text NOT NULL CHECK (username <> ''),
    sealed_password text NOT NULL,
    folder text NOT NULL CHECK (folder <> ''),
    addresses text[] NOT NULL CHECK (cardinality(addresses) > 0),
    after_reading text NOT NULL CHECK (after_reading IN ('leave', 'mark_seen', 'delete')),
    uid_validity text,
    last_uid bigint NOT NULL DEFAULT 0,
    read_at timestamptz,
    failure text CHECK (failure <> ''),
    failed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL,
    updated_by uuid REFERENCES users
  );

  CREATE TABLE stop_replies (
    id uuid PRIMARY KEY,
    contact_id uuid NOT NULL, restricted boolean NOT NULL DEFAULT false,
    message_id uuid NOT NULL,
    reply_digest bytea NOT NULL UNIQUE CHECK (length(reply_digest) = 32),
    language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    sentence text CHECK (sentence <> ''),
    received_at timestamptz NOT NULL,
    found_at timestamptz NOT NULL,
    decided_at timestamptz,
    decided_by uuid REFERENCES users,
    objects boolean,
    FOREIGN KEY (contact_id, restricted) REFERENCES contacts (id, restricted) ON UPDATE CASCADE ON DELETE CASCADE,
    CHECK (num_nonnulls(decided_at, decided_by, objects) IN (0, 3)),
    -- What was said is kept until somebody has read it; then the objection alone tells it.
    CHECK ((decided_at IS NULL) = (sentence IS NOT NULL))
  );
  CREATE INDEX stop_replies_open ON stop_replies (received_at, id) WHERE decided_at IS NULL;
  CREATE INDEX stop_replies_by_time ON stop_replies (received_at, id);
  CREATE INDEX stop_replies_by_contact ON stop_replies (contact_id);
  CREATE TRIGGER stop_replies_recorded BEFORE INSERT ON stop_replies FOR EACH ROW EXECUTE FUNCTION evidence_is_recorded('neither');
  ALTER TABLE stop_replies ENABLE ROW LEVEL SECURITY;
  CREATE POLICY not_restricted ON stop_replies USING (NOT restricted) WITH CHECK (true);
  CREATE POLICY privacy_officer_reads ON stop_replies FOR SELECT USING (acts_as_privacy_officer());
`;

/** As the owner, who is exempt from row-level security: what a restricted person answers counts like anybody's. */
const asOwner = 'SECURITY DEFINER SET search_path = public, pg_temp';

const reports = `
  CREATE FUNCTION messages_answered(ids uuid[]) RETURNS TABLE (id uuid, contact_id uuid, language text, recipient text)
  LANGUAGE sql STABLE ${asOwner} AS $$
    SELECT m.id, m.contact_id, m.language, m.recipient FROM messages m
    WHERE m.id = ANY (ids) AND m.status IN ('handing_over', 'in_doubt', 'handed_over')
  $$;

  -- The worse news stays; null: it is no news. Says whether nothing more can be sent to the address: it is no good, or
  -- its last five messages of thirty days all came back.
  CREATE FUNCTION message_bounced(message uuid, came_back text, code text, reported_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql ${asOwner} AS $$
  DECLARE
    lately integer;
    back integer;
  BEGIN
    UPDATE messages m SET bounced_at = reported_at, bounce_kind = came_back, bounce_status = code
    WHERE m.id = message AND (m.bounced_at IS NULL OR m.bounce_kind = 'soft' AND came_back = 'hard');
    IF NOT FOUND THEN RETURN NULL; END IF;
    IF came_back = 'hard' THEN RETURN true; END IF;
    SELECT count(*), count(l.bounced_at) INTO lately, back FROM (
      SELECT m.bounced_at FROM messages m JOIN messages this ON this.contact_id = m.contact_id AND this.recipient = m.recipient
      WHERE this.id = message AND m.status = 'handed_over' AND m.handed_over_at > reported_at - interval '30 days'
      ORDER BY m.handed_over_at DESC, m.id DESC LIMIT 5) AS l;
    RETURN lately = 5 AND back = 5;
  END $$;

  -- Says whether it was not kept before.
  CREATE FUNCTION keep_stop_reply(id uuid, contact_id uuid, message_id uuid, reply_digest bytea, language text, sentence text, received_at timestamptz, found_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql ${asOwner} AS $$
  BEGIN
    INSERT INTO stop_replies (id, contact_id, message_id, reply_digest, language, sentence, received_at, found_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT ON CONSTRAINT stop_replies_reply_digest_key DO NOTHING;
    RETURN FOUND;
  END $$;

  CREATE FUNCTION message_complained(message uuid, reported_at timestamptz) RETURNS void LANGUAGE sql ${asOwner} AS $$
    UPDATE messages m SET complained_at = reported_at WHERE m.id = message AND m.complained_at IS NULL
  $$;
`;

/** What comes back: a mailbox that is read for reports and replies, and replies that may ask us to stop. */
export class Inbound1795500300000 implements MigrationInterface {
  readonly name = 'Inbound1795500300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables + reports);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION message_complained(uuid, timestamptz), keep_stop_reply(uuid, uuid, uuid, bytea, text, text, timestamptz, timestamptz), message_bounced(uuid, text, text, timestamptz), messages_answered(uuid[]);
      DROP TABLE stop_replies, inbound_mailboxes;
    `);
  }
}
