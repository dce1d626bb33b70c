import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the latest look everywhere after an erasure came to: numbers and names of columns. */
export class ErasureScans1795600180120 implements MigrationInterface {
  readonly name = 'ErasureScans1795600180120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE erasures ADD scan jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE erasures DROP scan`);
  }
}
