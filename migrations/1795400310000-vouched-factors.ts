import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who signed in with a provider that asked for a second factor has shown one. */
export class VouchedFactors1795400310000 implements MigrationInterface {
  readonly name = 'VouchedFactors1795400310000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sessions ADD COLUMN factor_vouched boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sessions DROP COLUMN factor_vouched');
  }
}
