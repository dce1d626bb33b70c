import type { MigrationInterface, QueryRunner } from 'typeorm';

const segments = `
  CREATE TABLE segments (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    filters jsonb NOT NULL,
    profiling_purpose text REFERENCES purposes,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    created_by uuid REFERENCES users,
    updated_at timestamptz NOT NULL
  );
  CREATE INDEX segments_by_name ON segments (lower(name), id);
`;

const mailings = `
  CREATE TABLE mailings (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    purpose text NOT NULL REFERENCES purposes,
    template_id uuid NOT NULL REFERENCES templates,
    segment_id uuid REFERENCES segments ON DELETE SET NULL,
    areas text[],
    role_reason text CHECK (role_reason <> ''),
    -- Why it is no marketing in disguise, in words: whoever answers for the promises reads it (V4).
    service_reason text CHECK (service_reason <> ''),
    status text NOT NULL CHECK (status IN ('draft', 'scheduled', 'sending', 'paused', 'done', 'cancelled')),
    -- What was sent to whom, as it was when it was sent off.
    template_version_id uuid REFERENCES template_versions,
    segment_name text,
    filters jsonb,
    profiling_purpose text REFERENCES purposes,
    people integer,
    dispatched_at timestamptz,
    dispatched_by uuid REFERENCES users,
    request_id text,
    scheduled_at timestamptz,
    progressed_at timestamptz,
    prepared_at timestamptz,
    finished_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    created_by uuid REFERENCES users,
    updated_at timestamptz NOT NULL,
    CHECK ((status = 'draft') = (dispatched_at IS NULL)),
    CHECK (status = 'draft' OR num_nonnulls(template_version_id, segment_name, filters, people) = 4),
    CHECK ((status IN ('done', 'cancelled')) = (finished_at IS NOT NULL))
  );
  CREATE INDEX mailings_by_creation ON mailings (created_at, id);
  CREATE INDEX mailings_by_segment ON mailings (segment_id) WHERE segment_id IS NOT NULL;
  CREATE INDEX mailings_under_way ON mailings (id) WHERE status IN ('scheduled', 'sending', 'paused');

  -- The people of the segment at the moment when the mailing was sent off, and what was decided about each.
  CREATE TABLE mailing_recipients (
    mailing_id uuid NOT NULL REFERENCES mailings ON DELETE CASCADE,
    contact_id uuid NOT NULL, restricted boolean NOT NULL DEFAULT false,
    decided_at timestamptz,
    allowed boolean,
    code text,
    law text,
    since timestamptz,
    purpose text,
    evidence_type text,
    evidence_id uuid,
    language text CHECK (language IN ('fi', 'sv', 'en')),
    fell_back boolean,
    address_digest bytea,
    message_id uuid,
    PRIMARY KEY (mailing_id, contact_id),
    CHECK (num_nonnulls(decided_at, allowed, code, law, purpose) IN (0, 5)),
    CHECK (allowed IS NOT TRUE OR num_nonnulls(language, message_id) = 2),
    FOREIGN KEY (contact_id, restricted) REFERENCES contacts (id, restricted) ON UPDATE CASCADE ON DELETE CASCADE
  );
  CREATE INDEX mailing_recipients_undecided ON mailing_recipients (mailing_id, contact_id) WHERE decided_at IS NULL;
  CREATE INDEX mailing_recipients_by_code ON mailing_recipients (mailing_id, code, language);
  CREATE INDEX mailing_recipients_by_address ON mailing_recipients (mailing_id, address_digest) WHERE address_digest IS NOT NULL;
  CREATE INDEX mailing_recipients_by_contact ON mailing_recipients (contact_id);
  ALTER TABLE mailing_recipients ENABLE ROW LEVEL SECURITY;
  CREATE POLICY not_restricted ON mailing_recipients USING (NOT restricted) WITH CHECK (true);
  CREATE POLICY privacy_officer_reads ON mailing_recipients FOR SELECT USING (acts_as_privacy_officer());

  -- Who said no because of which message.
  CREATE INDEX objections_by_message ON objections (message_id) WHERE message_id IS NOT NULL;
`;

/** Segments (saved filters of people) and mailings: what goes to whom, and who was left out and why. */
export class Mailings1795500240000 implements MigrationInterface {
  readonly name = 'Mailings1795500240000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(segments + mailings);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX objections_by_message;
      DROP TABLE mailing_recipients, mailings, segments;
    `);
  }
}
