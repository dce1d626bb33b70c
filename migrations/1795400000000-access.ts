import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = `'admin', 'privacy_officer', 'sales_manager', 'salesperson', 'marketer', 'support', 'auditor', 'technician'`;

const grants = `
  ALTER TABLE role_grants DROP CONSTRAINT role_grants_role_check;
  ALTER TABLE role_grants
    ADD CONSTRAINT role_grants_role_check CHECK (role IN (${roles})),
    ADD COLUMN reason text NOT NULL DEFAULT 'Given before reasons were recorded' CHECK (reason <> ''),
    ADD COLUMN starts_at timestamptz,
    ADD COLUMN ends_at timestamptz,
    ADD COLUMN end_reason text;
  UPDATE role_grants SET starts_at = granted_at;
  ALTER TABLE role_grants
    ALTER COLUMN reason DROP DEFAULT,
    ALTER COLUMN starts_at SET NOT NULL,
    ADD CHECK (ends_at > starts_at);
  CREATE INDEX role_grants_by_end ON role_grants (ends_at) WHERE ended_at IS NULL;

  -- Until now an administrator could do everything; whoever is one keeps that, in grants that can be ended.
  INSERT INTO role_grants (id, user_id, role, granted_by, granted_at, reason, starts_at)
  SELECT gen_random_uuid(), g.user_id, r.role, NULL, now(), 'Administrators used to do this; end the grant where they should not', now()
  FROM role_grants g CROSS JOIN (VALUES ('privacy_officer'), ('sales_manager')) AS r (role)
  WHERE g.role = 'admin' AND g.ended_at IS NULL;

  ALTER TABLE users
    ALTER COLUMN password_hash DROP NOT NULL,
    ADD COLUMN duty text,
    ADD COLUMN kind text NOT NULL DEFAULT 'staff' CHECK (kind IN ('staff', 'outside'));

  ALTER TABLE sessions
    ADD COLUMN proved_at timestamptz,
    ADD COLUMN device text,
    ADD COLUMN method text NOT NULL DEFAULT 'password' CHECK (method IN ('password', 'passkey', 'oidc'));
  UPDATE sessions SET proved_at = created_at;
  ALTER TABLE sessions ALTER COLUMN proved_at SET NOT NULL, ALTER COLUMN method DROP DEFAULT;
`;

const teams = `
  CREATE TABLE teams (
    id uuid PRIMARY KEY,
    name text COLLATE "fi-x-icu" NOT NULL UNIQUE CHECK (name <> ''),
    manager_id uuid REFERENCES users,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    created_by uuid REFERENCES users,
    updated_at timestamptz NOT NULL
  );

  CREATE TABLE team_members (
    id uuid PRIMARY KEY,
    team_id uuid NOT NULL REFERENCES teams,
    user_id uuid NOT NULL REFERENCES users,
    joined_at timestamptz NOT NULL,
    added_by uuid REFERENCES users,
    left_at timestamptz,
    removed_by uuid REFERENCES users
  );
  CREATE UNIQUE INDEX team_members_current ON team_members (user_id, team_id) WHERE left_at IS NULL;
  CREATE INDEX team_members_by_team ON team_members (team_id) WHERE left_at IS NULL;

  INSERT INTO teams (id, name, created_at, updated_at) SELECT gen_random_uuid(), name, now(), now() FROM controllers;
  INSERT INTO team_members (id, team_id, user_id, joined_at)
  SELECT gen_random_uuid(), t.id, u.id, now() FROM teams t CROSS JOIN users u;
`;

const undertakings = `
  CREATE TABLE undertakings (
    id uuid PRIMARY KEY,
    version integer NOT NULL UNIQUE,
    fi text NOT NULL CHECK (fi <> ''),
    sv text NOT NULL CHECK (sv <> ''),
    en text NOT NULL CHECK (en <> ''),
    published_at timestamptz NOT NULL,
    published_by uuid REFERENCES users
  );

  CREATE TABLE undertaking_receipts (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users,
    undertaking_id uuid NOT NULL REFERENCES undertakings,
    language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    accepted_at timestamptz NOT NULL,
    UNIQUE (user_id, undertaking_id)
  );
`;

/** Everybody's access may have changed: a star instead of a user's id. */
const triggers = `
  CREATE FUNCTION tell_that_everybodys_access_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_notify('access_changed', '*');
    RETURN NULL;
  END $$;
  CREATE TRIGGER team_members_tell AFTER INSERT OR UPDATE OR DELETE ON team_members
    FOR EACH STATEMENT EXECUTE FUNCTION tell_that_everybodys_access_changed();
  CREATE TRIGGER users_tell_of_new AFTER INSERT ON users
    FOR EACH STATEMENT EXECUTE FUNCTION tell_that_everybodys_access_changed();
  CREATE TRIGGER undertakings_tell AFTER INSERT ON undertakings
    FOR EACH STATEMENT EXECUTE FUNCTION tell_that_everybodys_access_changed();
  CREATE TRIGGER undertaking_receipts_tell AFTER INSERT ON undertaking_receipts
    FOR EACH ROW EXECUTE FUNCTION tell_that_access_changed('user_id');
  DROP TRIGGER sessions_tell ON sessions;
  CREATE TRIGGER sessions_tell AFTER UPDATE OF user_id, expires_at, proved_at, token_hash OR DELETE ON sessions
    FOR EACH ROW EXECUTE FUNCTION tell_that_access_changed('user_id');
`;

/** Eight roles in grants that end, teams, the confidentiality undertaking, and what a session must prove. */
export class Access1795400000000 implements MigrationInterface {
  readonly name = 'Access1795400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(grants + teams + undertakings + triggers);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER sessions_tell ON sessions;
      CREATE TRIGGER sessions_tell AFTER UPDATE OF user_id, expires_at OR DELETE ON sessions
        FOR EACH ROW EXECUTE FUNCTION tell_that_access_changed('user_id');
      DROP TRIGGER users_tell_of_new ON users;
      DROP TABLE undertaking_receipts, undertakings, team_members, teams;
      DROP FUNCTION tell_that_everybodys_access_changed();

      ALTER TABLE sessions DROP COLUMN proved_at, DROP COLUMN device, DROP COLUMN method;
      UPDATE users SET password_hash = 'none' WHERE password_hash IS NULL;
      ALTER TABLE users ALTER COLUMN password_hash SET NOT NULL, DROP COLUMN duty, DROP COLUMN kind;

      DELETE FROM role_grants WHERE role NOT IN ('admin', 'salesperson');
      ALTER TABLE role_grants DROP CONSTRAINT role_grants_role_check;
      ALTER TABLE role_grants
        DROP COLUMN reason, DROP COLUMN starts_at, DROP COLUMN ends_at, DROP COLUMN end_reason,
        ADD CONSTRAINT role_grants_role_check CHECK (role IN ('admin', 'salesperson'));
    `);
  }
}
