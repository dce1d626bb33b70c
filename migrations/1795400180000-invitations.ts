import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts that begin with a mailed link, and forgotten passwords that are replaced by one. */
export class Invitations1795400180000 implements MigrationInterface {
  readonly name = 'Invitations1795400180000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE invitations (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (name <> ''),
        email text NOT NULL CHECK (email = lower(email)),
        language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
        roles text[] NOT NULL CHECK (cardinality(roles) > 0),
        team_ids uuid[] NOT NULL DEFAULT '{}',
        duty text,
        kind text NOT NULL CHECK (kind IN ('staff', 'outside')),
        reason text NOT NULL CHECK (reason <> ''),
        ends_at timestamptz,
        token_hash bytea UNIQUE,
        invited_by uuid NOT NULL REFERENCES users,
        created_at timestamptz NOT NULL,
        sent_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        accepted_at timestamptz,
        user_id uuid REFERENCES users,
        revoked_at timestamptz,
        revoked_by uuid REFERENCES users,
        CHECK (kind = 'staff' OR ends_at IS NOT NULL),
        CHECK ((accepted_at IS NULL) = (user_id IS NULL)),
        CHECK (accepted_at IS NULL OR revoked_at IS NULL),
        CHECK ((token_hash IS NULL) = (accepted_at IS NOT NULL OR revoked_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX invitations_open ON invitations (email) WHERE accepted_at IS NULL AND revoked_at IS NULL;
      CREATE INDEX invitations_by_time ON invitations (created_at, id);

      CREATE TABLE password_resets (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users,
        token_hash bytea NOT NULL UNIQUE,
        requested_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX password_resets_by_user ON password_resets (user_id);
      CREATE INDEX password_resets_by_expiry ON password_resets (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE password_resets, invitations');
  }
}
