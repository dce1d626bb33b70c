import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE TABLE packages (
    id uuid PRIMARY KEY,
    request_id uuid NOT NULL REFERENCES subject_requests,
    kind text NOT NULL CHECK (kind IN ('access', 'portability')),
    language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    status text NOT NULL CHECK (status IN ('preparing', 'review', 'writing', 'released', 'delivered', 'expired', 'failed')),
    rows_done integer NOT NULL DEFAULT 0,
    rows_total integer,
    attempt uuid,
    progressed_at timestamptz NOT NULL,
    requested_at timestamptz NOT NULL,
    requested_by uuid REFERENCES users,
    prepared_at timestamptz,
    released_at timestamptz,
    released_by uuid REFERENCES users,
    token_digest bytea UNIQUE,
    expires_at timestamptz NOT NULL,
    delivered_at timestamptz,
    -- GDPR Art. 15(4): nothing can be fetched that nobody released.
    CONSTRAINT packages_leave_released CHECK (status NOT IN ('writing', 'released', 'delivered') OR released_at IS NOT NULL),
    CONSTRAINT packages_open_while_released CHECK ((token_digest IS NOT NULL) = (status = 'released'))
  );
  CREATE INDEX packages_by_request ON packages (request_id, id);
  CREATE INDEX packages_by_end ON packages (expires_at) WHERE status NOT IN ('delivered', 'expired', 'failed');

  CREATE TABLE package_parts (
    package_id uuid NOT NULL REFERENCES packages ON DELETE CASCADE,
    position integer NOT NULL,
    sealed text NOT NULL,
    PRIMARY KEY (package_id, position)
  );

  CREATE TABLE package_redactions (
    id uuid PRIMARY KEY,
    package_id uuid NOT NULL REFERENCES packages ON DELETE CASCADE,
    place text NOT NULL,
    row_key text NOT NULL,
    field text NOT NULL,
    starts integer NOT NULL,
    ends integer NOT NULL,
    text_digest bytea NOT NULL,
    decision text CHECK (decision IN ('redact', 'keep')),
    decided_by uuid REFERENCES users,
    CHECK (ends > starts)
  );
  CREATE INDEX package_redactions_by_package ON package_redactions (package_id, id);

  ALTER TABLE packages ENABLE ROW LEVEL SECURITY;
  CREATE POLICY privacy_officer ON packages USING (acts_as_privacy_officer());
  ALTER TABLE package_parts ENABLE ROW LEVEL SECURITY;
  CREATE POLICY privacy_officer ON package_parts USING (acts_as_privacy_officer());
  ALTER TABLE package_redactions ENABLE ROW LEVEL SECURITY;
  CREATE POLICY privacy_officer ON package_redactions USING (acts_as_privacy_officer());
`;

/** What a person gets of their data, sealed until it was fetched or its time is over (GDPR Art. 15, 20). */
export class Packages1795800120000 implements MigrationInterface {
  readonly name = 'Packages1795800120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE package_redactions, package_parts, packages');
  }
}
