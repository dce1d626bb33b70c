import type { MigrationInterface, QueryRunner } from 'typeorm';

const factors = `
  CREATE TABLE totp_secrets (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users,
    sealed_secret text NOT NULL,
    last_step bigint,
    created_at timestamptz NOT NULL,
    confirmed_at timestamptz
  );
  CREATE UNIQUE INDEX totp_secrets_confirmed ON totp_secrets (user_id) WHERE confirmed_at IS NOT NULL;
  CREATE UNIQUE INDEX totp_secrets_pending ON totp_secrets (user_id) WHERE confirmed_at IS NULL;

  CREATE TABLE recovery_codes (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users,
    salt bytea NOT NULL,
    code_hash bytea NOT NULL,
    created_at timestamptz NOT NULL,
    used_at timestamptz
  );
  CREATE UNIQUE INDEX recovery_codes_of_user ON recovery_codes (user_id, code_hash);

  CREATE TABLE passkeys (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users,
    credential_id bytea NOT NULL UNIQUE,
    public_key bytea NOT NULL,
    counter bigint NOT NULL,
    transports text[] NOT NULL,
    name text NOT NULL CHECK (name <> ''),
    is_synced boolean NOT NULL,
    created_at timestamptz NOT NULL,
    used_at timestamptz,
    suspected_at timestamptz
  );
  CREATE INDEX passkeys_by_user ON passkeys (user_id);

  CREATE TABLE spent_challenges (
    challenge_hash bytea PRIMARY KEY,
    expires_at timestamptz NOT NULL
  );

  CREATE TABLE known_devices (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users,
    token_hash bytea NOT NULL,
    first_seen_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    UNIQUE (user_id, token_hash)
  );
`;

const settings = `
  CREATE TABLE security_settings (
    id uuid PRIMARY KEY,
    singleton boolean NOT NULL DEFAULT true UNIQUE CHECK (singleton),
    second_factor_roles text[] NOT NULL DEFAULT '{}',
    export_approval_threshold integer NOT NULL DEFAULT 500 CHECK (export_approval_threshold >= 0),
    version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL
  );
  INSERT INTO security_settings (id, updated_at) VALUES (gen_random_uuid(), now());
`;

/** What a session may do depends on whether its user has a second factor, and on who has to have one. */
const triggers = `
  CREATE TRIGGER totp_secrets_tell AFTER INSERT OR UPDATE OF confirmed_at OR DELETE ON totp_secrets
    FOR EACH ROW EXECUTE FUNCTION tell_that_access_changed('user_id');
  CREATE TRIGGER passkeys_tell AFTER INSERT OR DELETE ON passkeys
    FOR EACH ROW EXECUTE FUNCTION tell_that_access_changed('user_id');
  CREATE TRIGGER security_settings_tell AFTER UPDATE ON security_settings
    FOR EACH STATEMENT EXECUTE FUNCTION tell_that_everybodys_access_changed();
`;

/** Authenticator apps, recovery codes and passkeys; the devices of users; who has to have a second factor. */
export class SecondFactors1795400240000 implements MigrationInterface {
  readonly name = 'SecondFactors1795400240000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(factors + settings + triggers);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE security_settings, known_devices, spent_challenges, passkeys, recovery_codes, totp_secrets;',
    );
  }
}
