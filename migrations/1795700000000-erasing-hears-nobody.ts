import type { MigrationInterface, QueryRunner } from 'typeorm';
import { redefine, type Redefinition } from './redefine-functions.js';

/**
 * Forgetting somebody makes the times of what was said less precise, and takes people out of it. Nobody was heard by
 * that, and nobody's clock is reckoned anew: it is moved by what happened, not by a job of ours.
 */
const isErasing = `current_setting('role') = current_database() || '_eraser'`;

// What follows is put into a literal.
const unless = `IF ${isErasing.replaceAll(`'`, `''`)} THEN RETURN NULL; END IF;`;

const changes: Redefinition[] = [
  ['interaction_was_another()', 'IF (OLD.type', `${unless} IF (OLD.type`],
  [
    'participants_were_not_there()',
    'PERFORM people_were_not_heard(',
    `${unless} PERFORM people_were_not_heard(`,
  ],
];

/** Colleagues who are archived count where a person is to be hidden among them; the other index leaves them out. */
const colleagues = 'CREATE INDEX contacts_of_company ON contacts (company_id)';

export class ErasingHearsNobody1795700000000 implements MigrationInterface {
  readonly name = 'ErasingHearsNobody1795700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${colleagues}; ${redefine(changes, 'up')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX contacts_of_company; ${redefine(changes, 'down')}`);
  }
}
