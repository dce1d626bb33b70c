import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who goes soon is counted from an index alone, by owner and ground; and whoever looks after them hears of it once a week. */
export class Forecast1795600155000 implements MigrationInterface {
  readonly name = 'Forecast1795600155000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX contacts_due;
      CREATE INDEX contacts_due ON contacts (retention_due_on, id) INCLUDE (owner_id, retention_ground, company_id, restricted)
        WHERE erased_at IS NULL AND retention_due_on IS NOT NULL;
      CREATE TABLE leaving_rounds (
        week date PRIMARY KEY CHECK (extract(isodow FROM week) = 1),
        at timestamptz NOT NULL,
        letters integer NOT NULL CHECK (letters >= 0)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE leaving_rounds;
      DROP INDEX contacts_due;
      CREATE INDEX contacts_due ON contacts (retention_due_on, id) WHERE erased_at IS NULL AND retention_due_on IS NOT NULL;
    `);
  }
}
