import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens with which programs act for a user. They go with the account: one that is opened again has none. */
export class ApiTokens1795400360000 implements MigrationInterface {
  readonly name = 'ApiTokens1795400360000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_tokens (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users,
        name text NOT NULL CHECK (name <> ''),
        token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
        hint text NOT NULL,
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
        used_at timestamptz
      );
      CREATE INDEX api_tokens_by_user ON api_tokens (user_id);
      CREATE INDEX api_tokens_by_expiry ON api_tokens (expires_at);

      CREATE FUNCTION end_api_tokens_of_user() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM api_tokens WHERE user_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER users_end_api_tokens AFTER UPDATE OF deactivated_at ON users
        FOR EACH ROW WHEN (NEW.deactivated_at IS NOT NULL) EXECUTE FUNCTION end_api_tokens_of_user();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER users_end_api_tokens ON users;
      DROP FUNCTION end_api_tokens_of_user();
      DROP TABLE api_tokens;
    `);
  }
}
