import type { MigrationInterface, QueryRunner } from 'typeorm';

const languages = `'fi', 'sv', 'en'`;

const ofThePerson = 'contact_id uuid NOT NULL REFERENCES contacts ON DELETE CASCADE';

const tables = `
  -- Somebody typed an address: sealed, so that nobody reads who is curious, and gone with the answer.
  CREATE TABLE my_data_calls (
    id uuid PRIMARY KEY,
    sealed_address text NOT NULL,
    language text NOT NULL CHECK (language IN (${languages})),
    asked_at timestamptz NOT NULL
  );

  CREATE TABLE my_data_links (
    id uuid PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE,
    ${ofThePerson},
    address text NOT NULL,
    language text NOT NULL CHECK (language IN (${languages})),
    confirms text CHECK (confirms IN ('erasure')),
    wording text CHECK (wording <> ''),
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT my_data_links_are_short CHECK (expires_at <= issued_at + interval '15 minutes')
  );
  CREATE INDEX my_data_links_by_contact ON my_data_links (contact_id);
  CREATE INDEX my_data_links_by_end ON my_data_links (expires_at);

  CREATE TABLE my_data_sessions (
    id uuid PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE,
    ${ofThePerson},
    address text NOT NULL,
    language text NOT NULL CHECK (language IN (${languages})),
    begun_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT my_data_sessions_are_short CHECK (expires_at <= begun_at + interval '30 minutes')
  );
  CREATE INDEX my_data_sessions_by_contact ON my_data_sessions (contact_id);
  CREATE INDEX my_data_sessions_by_end ON my_data_sessions (expires_at);

  CREATE TABLE correction_proposals (
    id uuid PRIMARY KEY,
    request_id uuid NOT NULL REFERENCES subject_requests,
    field text NOT NULL CHECK (field IN ('name', 'title', 'company', 'email', 'phone', 'language', 'interests', 'other')),
    old_value text,
    new_value text NOT NULL CHECK (new_value <> ''),
    status text NOT NULL CHECK (status IN ('proposed', 'accepted', 'rejected')),
    proposed_at timestamptz NOT NULL,
    decided_at timestamptz,
    decided_by uuid REFERENCES users,
    CONSTRAINT correction_proposals_are_decided_by_somebody
      CHECK ((status = 'proposed') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL))
  );
  CREATE INDEX correction_proposals_by_request ON correction_proposals (request_id, id);

  -- Only what acts for the person, or answers their requests, sees these.
  ALTER TABLE my_data_links ENABLE ROW LEVEL SECURITY;
  CREATE POLICY privacy_officer ON my_data_links USING (acts_as_privacy_officer());
  ALTER TABLE my_data_sessions ENABLE ROW LEVEL SECURITY;
  CREATE POLICY privacy_officer ON my_data_sessions USING (acts_as_privacy_officer());
  ALTER TABLE correction_proposals ENABLE ROW LEVEL SECURITY;
  CREATE POLICY privacy_officer ON correction_proposals USING (acts_as_privacy_officer());
`;

/** The person's own page: who asked for a link, the links, what they opened, and what people say is wrong (GDPR Art. 12, 15, 16). */
export class MyData1795800180000 implements MigrationInterface {
  readonly name = 'MyData1795800180000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE correction_proposals, my_data_sessions, my_data_links, my_data_calls');
  }
}
