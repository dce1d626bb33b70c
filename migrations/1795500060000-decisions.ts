import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addressLists, lists } from './1795500060000-decisions-addresses.js';
import { twin } from './1795500060000-decisions-twin.js';

/** May these people be contacted? Decided for many at once, as `decide` does for one (design rule 2). */
export class Decisions1795500060000 implements MigrationInterface {
  readonly name = 'Decisions1795500060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lists + twin);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION permission_decisions_of(uuid[], text, text, text[], boolean, timestamptz);
      DROP TABLE ${addressLists};
    `);
  }
}
