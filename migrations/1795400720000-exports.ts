import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that leave: who made them, for what and until when, who else agreed, whom they hold, and to whom they went. */
export class Exports1795400720000 implements MigrationInterface {
  readonly name = 'Exports1795400720000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE exports (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('contacts', 'companies', 'audit_events')),
        purpose text NOT NULL CHECK (purpose <> ''),
        recipient text,
        filters text NOT NULL,
        status text NOT NULL CHECK (status IN ('awaiting_approval', 'preparing', 'ready', 'fetched', 'refused', 'withdrawn', 'expired', 'failed')),
        expected integer,
        people integer,
        requested_by uuid NOT NULL REFERENCES users,
        requested_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        decided_by uuid REFERENCES users,
        decided_at timestamptz,
        prepared_at timestamptz,
        fetched_at timestamptz,
        failure text,
        attempt uuid,
        progressed_at timestamptz,
        CHECK (expires_at > requested_at),
        CHECK (decided_by <> requested_by)
      );
      CREATE INDEX exports_by_time ON exports (requested_at, id);
      CREATE INDEX exports_by_requester ON exports (requested_by, requested_at, id);
      CREATE INDEX exports_by_end ON exports (expires_at) WHERE status IN ('awaiting_approval', 'preparing', 'ready');

      CREATE TABLE export_parts (
        export_id uuid NOT NULL REFERENCES exports ON DELETE CASCADE,
        position integer NOT NULL,
        sealed text NOT NULL,
        PRIMARY KEY (export_id, position)
      );

      CREATE TABLE export_people (
        export_id uuid NOT NULL REFERENCES exports ON DELETE CASCADE,
        contact_id uuid NOT NULL REFERENCES contacts ON DELETE CASCADE,
        PRIMARY KEY (export_id, contact_id)
      );

      CREATE TABLE disclosures (
        id uuid PRIMARY KEY,
        contact_id uuid NOT NULL REFERENCES contacts ON DELETE CASCADE,
        recipient text NOT NULL CHECK (recipient <> ''),
        purpose text NOT NULL,
        export_id uuid NOT NULL REFERENCES exports,
        disclosed_at timestamptz NOT NULL,
        disclosed_by uuid NOT NULL REFERENCES users
      );
      CREATE INDEX disclosures_by_contact ON disclosures (contact_id, disclosed_at);

      ALTER TABLE export_people ENABLE ROW LEVEL SECURITY;
      CREATE POLICY export_people_of_the_unrestricted ON export_people
        USING (EXISTS (SELECT 1 FROM contacts c WHERE c.id = export_people.contact_id));
      ALTER TABLE disclosures ENABLE ROW LEVEL SECURITY;
      CREATE POLICY disclosures_of_the_unrestricted ON disclosures
        USING (EXISTS (SELECT 1 FROM contacts c WHERE c.id = disclosures.contact_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE disclosures, export_people, export_parts, exports');
  }
}
