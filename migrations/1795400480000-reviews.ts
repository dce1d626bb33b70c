import type { MigrationInterface, QueryRunner } from 'typeorm';

const reviews = `
  CREATE TABLE access_reviews (
    id uuid PRIMARY KEY,
    -- Such as 2026-Q4; null: opened by hand.
    quarter text UNIQUE CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    opened_at timestamptz NOT NULL,
    opened_by uuid REFERENCES users,
    due_at timestamptz NOT NULL CHECK (due_at > opened_at),
    warned_at timestamptz,
    closed_at timestamptz
  );
  CREATE UNIQUE INDEX access_reviews_open ON access_reviews ((closed_at IS NULL)) WHERE closed_at IS NULL;

  CREATE TABLE access_review_items (
    id uuid PRIMARY KEY,
    review_id uuid NOT NULL REFERENCES access_reviews,
    grant_id uuid NOT NULL REFERENCES role_grants,
    reviewer_id uuid NOT NULL REFERENCES users,
    decision text CHECK (decision IN ('keep', 'remove', 'lapsed')),
    decided_at timestamptz,
    decided_by uuid REFERENCES users,
    alarmed_at timestamptz,
    UNIQUE (review_id, grant_id),
    CHECK ((decision IS NULL) = (decided_at IS NULL))
  );
  CREATE INDEX access_review_items_by_reviewer ON access_review_items (reviewer_id, review_id);
`;

/** A team that was dissolved stays on record; its name is free again. */
const teams = `
  ALTER TABLE teams
    ADD COLUMN closed_at timestamptz,
    ADD COLUMN closed_by uuid REFERENCES users,
    DROP CONSTRAINT teams_name_key;
  CREATE UNIQUE INDEX teams_name_key ON teams (name) WHERE closed_at IS NULL;
`;

/** Whose records become whose: for rows that row-level security hides too, so that nobody is left behind with a leaver. */
const ownership = `
  CREATE TABLE ownership_transfers (
    id uuid PRIMARY KEY,
    from_user_id uuid NOT NULL REFERENCES users,
    to_user_id uuid NOT NULL REFERENCES users CHECK (to_user_id <> from_user_id),
    companies integer NOT NULL DEFAULT 0,
    contacts integer NOT NULL DEFAULT 0,
    requested_by uuid REFERENCES users,
    requested_at timestamptz NOT NULL,
    finished_at timestamptz
  );

  -- In the order of ids and never looking back, so that the rows that have moved are not read again and again.
  CREATE FUNCTION hand_over_companies(
    giver uuid, taker uuid, most integer, at timestamptz, INOUT after uuid, OUT moved integer
  ) LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH given AS (
      UPDATE companies SET owner_id = taker, version = version + 1, updated_at = at
      WHERE id = ANY (ARRAY(
        SELECT id FROM companies WHERE owner_id = giver AND id > after ORDER BY id LIMIT most FOR NO KEY UPDATE
      )) AND owner_id = giver RETURNING id
    ) SELECT (SELECT id FROM given ORDER BY id DESC LIMIT 1), (SELECT count(*)::int FROM given)
  $$;

  CREATE FUNCTION hand_over_contacts(
    giver uuid, taker uuid, most integer, at timestamptz, INOUT after uuid, OUT moved integer
  ) LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH given AS (
      UPDATE contacts SET owner_id = taker, version = version + 1, updated_at = at
      WHERE id = ANY (ARRAY(
        SELECT id FROM contacts WHERE owner_id = giver AND id > after ORDER BY id LIMIT most FOR NO KEY UPDATE
      )) AND owner_id = giver RETURNING id
    ) SELECT (SELECT id FROM given ORDER BY id DESC LIMIT 1), (SELECT count(*)::int FROM given)
  $$;

  CREATE FUNCTION count_owned(owner uuid, OUT companies integer, OUT contacts integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT (SELECT count(*)::int FROM companies c WHERE c.owner_id = owner),
           (SELECT count(*)::int FROM contacts p WHERE p.owner_id = owner)
  $$;
`;

/** Reviews of access, teams that can be dissolved, and records that change hands in bulk. */
export class Reviews1795400480000 implements MigrationInterface {
  readonly name = 'Reviews1795400480000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(reviews + teams + ownership);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION count_owned(uuid);
      DROP FUNCTION hand_over_contacts(uuid, uuid, integer, timestamptz, uuid);
      DROP FUNCTION hand_over_companies(uuid, uuid, integer, timestamptz, uuid);
      DROP TABLE ownership_transfers, access_review_items, access_reviews;
      UPDATE teams SET name = name || ' ' || id WHERE closed_at IS NOT NULL;
      DROP INDEX teams_name_key;
      ALTER TABLE teams DROP COLUMN closed_at, DROP COLUMN closed_by, ADD CONSTRAINT teams_name_key UNIQUE (name);
    `);
  }
}
