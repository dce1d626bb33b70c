import type { MigrationInterface, QueryRunner } from 'typeorm';

/** So that a person who goes, and an export that goes, do not read whole tables for what hangs on them. */
export class ExportIndexes1795400780000 implements MigrationInterface {
  readonly name = 'ExportIndexes1795400780000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX export_people_by_contact ON export_people (contact_id);
      CREATE INDEX disclosures_by_export ON disclosures (export_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX disclosures_by_export, export_people_by_contact');
  }
}
