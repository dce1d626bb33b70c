import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who works here, how they sign in, and the append-only record of what was done. */
export class IdentityAndAudit1795392000000 implements MigrationInterface {
  readonly name = 'IdentityAndAudit1795392000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE controllers (
        id uuid PRIMARY KEY,
        singleton boolean NOT NULL DEFAULT true UNIQUE CHECK (singleton),
        name text NOT NULL CHECK (name <> ''),
        business_id text,
        language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
        time_zone text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );

      CREATE TABLE users (
        id uuid PRIMARY KEY,
        name text COLLATE "fi-x-icu" NOT NULL CHECK (name <> ''),
        email text NOT NULL UNIQUE CHECK (email = lower(email)),
        password_hash text NOT NULL,
        language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
        theme text NOT NULL DEFAULT 'auto' CHECK (theme IN ('auto', 'light', 'dark')),
        deactivated_at timestamptz,
        deactivated_by uuid REFERENCES users,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );

      CREATE TABLE role_grants (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users,
        role text NOT NULL CHECK (role IN ('admin', 'salesperson')),
        granted_by uuid REFERENCES users,
        granted_at timestamptz NOT NULL,
        ended_by uuid REFERENCES users,
        ended_at timestamptz
      );
      CREATE UNIQUE INDEX role_grants_current ON role_grants (user_id, role) WHERE ended_at IS NULL;

      CREATE TABLE sessions (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE,
        user_id uuid NOT NULL REFERENCES users,
        created_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX sessions_by_user ON sessions (user_id);
      CREATE INDEX sessions_by_expiry ON sessions (expires_at);

      CREATE FUNCTION tell_that_access_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('access_changed', coalesce(to_jsonb(OLD), to_jsonb(NEW)) ->> TG_ARGV[0]);
        RETURN NULL;
      END $$;
      CREATE TRIGGER sessions_tell AFTER UPDATE OF user_id, expires_at OR DELETE ON sessions
        FOR EACH ROW EXECUTE FUNCTION tell_that_access_changed('user_id');
      CREATE TRIGGER role_grants_tell AFTER INSERT OR UPDATE OR DELETE ON role_grants
        FOR EACH ROW EXECUTE FUNCTION tell_that_access_changed('user_id');
      CREATE TRIGGER users_tell AFTER UPDATE OR DELETE ON users
        FOR EACH ROW EXECUTE FUNCTION tell_that_access_changed('id');

      CREATE TABLE login_throttles (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );

      CREATE TABLE audit_events (
        id uuid PRIMARY KEY,
        occurred_at timestamptz NOT NULL,
        actor_kind text NOT NULL CHECK (actor_kind IN ('user', 'system')),
        actor_id uuid,
        actor_name text CHECK (actor_kind = 'user' OR actor_name IS NOT NULL),
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid,
        fields text[] NOT NULL DEFAULT '{}',
        request_id text NOT NULL
      );
      CREATE INDEX audit_events_by_subject ON audit_events (subject_id, occurred_at);
      CREATE INDEX audit_events_by_actor ON audit_events (actor_id, occurred_at);
      CREATE INDEX audit_events_by_time ON audit_events (occurred_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE audit_events, login_throttles, sessions, role_grants, users, controllers;
      DROP FUNCTION tell_that_access_changed();
    `);
  }
}
