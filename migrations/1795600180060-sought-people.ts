import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what an erased person would be recognised: sealed, and gone as soon as a look everywhere has found nothing of it. */
export class SoughtPeople1795600180060 implements MigrationInterface {
  readonly name = 'SoughtPeople1795600180060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sought_people (
        erasure_id uuid PRIMARY KEY REFERENCES erasures ON DELETE CASCADE,
        sealed text NOT NULL,
        sealed_at timestamptz NOT NULL
      );
      -- Whether the text is still the one in which the mention was found.
      ALTER TABLE erasure_mentions ADD text_digest bytea;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE erasure_mentions DROP text_digest; DROP TABLE sought_people`);
  }
}
