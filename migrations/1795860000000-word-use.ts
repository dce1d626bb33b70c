import type { MigrationInterface, QueryRunner } from 'typeorm';
import { redefine, type Redefinition } from './redefine-functions.js';

const from = 'FROM search_entries WHERE kind = of_kind AND words @@ quote_literal(word)::tsquery)';

const firstOne: Redefinition[] = [
  ['search_is_word_used(text, text)', `RETURN (SELECT count(*) ${from} > 0`, `RETURN EXISTS (SELECT ${from}`],
];

/**
 * Whether a word is in use is known by the first entry that holds it. The index of words is the one way to it: the
 * planner, who thinks most words common, would rather walk through millions of entries.
 */
export class WordUse1795860000000 implements MigrationInterface {
  readonly name = 'WordUse1795860000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${redefine(firstOne, 'up')}
      ALTER FUNCTION search_is_word_used(text, text) SET enable_seqscan = off;
      ALTER FUNCTION search_is_word_used(text, text) SET enable_indexscan = off;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER FUNCTION search_is_word_used(text, text) RESET ALL;
      ${redefine(firstOne, 'down')}
    `);
  }
}
