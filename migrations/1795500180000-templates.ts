import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE TABLE templates (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    purpose text NOT NULL REFERENCES purposes,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    created_by uuid REFERENCES users,
    updated_at timestamptz NOT NULL,
    removed_at timestamptz,
    removed_by uuid REFERENCES users,
    CHECK (removed_at IS NOT NULL OR removed_by IS NULL)
  );
  CREATE INDEX templates_by_name ON templates (lower(name), id) WHERE removed_at IS NULL;
  CREATE INDEX templates_by_update ON templates (updated_at, id) WHERE removed_at IS NULL;

  -- What was sent stays as it was: an edit of the contents is a new version.
  CREATE TABLE template_versions (
    id uuid PRIMARY KEY,
    template_id uuid NOT NULL REFERENCES templates ON DELETE CASCADE,
    number integer NOT NULL,
    purpose text NOT NULL REFERENCES purposes,
    created_at timestamptz NOT NULL,
    created_by uuid REFERENCES users,
    UNIQUE (template_id, number)
  );

  CREATE TABLE template_contents (
    version_id uuid NOT NULL REFERENCES template_versions ON DELETE CASCADE,
    language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    subject text NOT NULL CHECK (subject <> ''),
    preheader text CHECK (preheader <> ''),
    blocks jsonb,
    mjml text CHECK (mjml <> ''),
    PRIMARY KEY (version_id, language),
    CHECK (num_nonnulls(blocks, mjml) = 1)
  );

  -- 917/2014 s. 203: whoever markets says who they are. Also GDPR Art. 13(1)(a).
  ALTER TABLE controllers ADD postal_address text CHECK (postal_address <> '');

  -- The one key that mail is signed with (RFC 6376).
  CREATE TABLE dkim_keys (
    id uuid PRIMARY KEY,
    singleton boolean NOT NULL DEFAULT true UNIQUE CHECK (singleton),
    domain_name text NOT NULL,
    key_selector text NOT NULL,
    public_key text NOT NULL,
    sealed_private_key text NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid REFERENCES users
  );
`;

/** Texts that messages are made from, version by version, who writes them, and what mail is signed with. */
export class Templates1795500180000 implements MigrationInterface {
  readonly name = 'Templates1795500180000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE dkim_keys;
      ALTER TABLE controllers DROP postal_address;
      DROP TABLE template_contents, template_versions, templates;
    `);
  }
}
