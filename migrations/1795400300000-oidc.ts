import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signing in by OpenID Connect: with whom, and who is known there under which name. */
export class Oidc1795400300000 implements MigrationInterface {
  readonly name = 'Oidc1795400300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE oidc_providers (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('microsoft', 'google', 'other')),
        name text NOT NULL CHECK (name <> ''),
        issuer text NOT NULL,
        client_id text NOT NULL,
        sealed_client_secret text NOT NULL,
        allowed_domains text[] NOT NULL CHECK (cardinality(allowed_domains) > 0),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );

      CREATE TABLE oidc_links (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users,
        provider_id uuid NOT NULL REFERENCES oidc_providers,
        subject text NOT NULL,
        linked_at timestamptz NOT NULL,
        used_at timestamptz NOT NULL,
        UNIQUE (provider_id, subject),
        UNIQUE (user_id, provider_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE oidc_links, oidc_providers');
  }
}
