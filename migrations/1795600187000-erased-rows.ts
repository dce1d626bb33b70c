import type { MigrationInterface, QueryRunner } from 'typeorm';

const results = (list: string): string => `
  ALTER TABLE import_rows DROP CONSTRAINT import_rows_result_check;
  ALTER TABLE import_rows ADD CONSTRAINT import_rows_result_check CHECK (result IN (${list}));`;

/** Rows of somebody who was erased are a result of their own: a list does not bring them back, and says how many they were. */
export class ErasedRows1795600187000 implements MigrationInterface {
  readonly name = 'ErasedRows1795600187000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${results(`'new', 'duplicate', 'erased', 'error'`)}
      ALTER TABLE imports ADD erased_count integer;
      UPDATE imports SET erased_count = 0 WHERE error_count IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE import_rows SET result = 'error' WHERE result = 'erased';
      ${results(`'new', 'duplicate', 'error'`)}
      UPDATE imports SET error_count = error_count + erased_count WHERE erased_count > 0;
      ALTER TABLE imports DROP erased_count;
    `);
  }
}
