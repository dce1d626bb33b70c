import type { MigrationInterface, QueryRunner } from 'typeorm';
import { redefine, type Redefinition } from './redefine-functions.js';

const unlinked = 'WHERE r.contact_id IS NULL AND ';
const looksUp = `${unlinked}import_row_marks(r.email, r.name, r.record) && import_marks(emails || phones || named) AND `;

/** The index finds who may be meant; the words that were there say who is. */
const searches: Redefinition[] = [
  ['import_rows_of(uuid)', unlinked, looksUp],
  ['imports_follow_restriction(uuid)', unlinked, looksUp],
];

/** Rows of files that tell of a person are looked up, however many rows there are: by addresses, numbers and the name. */
export class ImportRowMarks1795720000000 implements MigrationInterface {
  readonly name = 'ImportRowMarks1795720000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION import_marks(texts text[]) RETURNS int[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT array(SELECT hashtext(m) FROM unnest(texts) AS m WHERE m IS NOT NULL)
      $$;
      -- In steps, since each row of a file asks for it: one statement took four times as long.
      CREATE FUNCTION import_row_marks(email text, name text, record jsonb) RETURNS int[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
      DECLARE
        marks int[] := ARRAY[hashtext(lower(email)), hashtext(lower(name COLLATE "fi-x-icu"))];
        addresses jsonb;
      BEGIN
        FOREACH addresses IN ARRAY ARRAY[record #> '{person,emails}', record #> '{person,phones}'] LOOP
          FOR n IN 0 .. coalesce(jsonb_array_length(addresses), 0) - 1 LOOP marks := marks || hashtext(addresses ->> n); END LOOP;
        END LOOP;
        RETURN array_remove(marks, NULL);
      END $$;
      CREATE INDEX import_rows_by_marks ON import_rows USING gin (import_row_marks(email, name, record)) WITH (fastupdate = off)
        WHERE contact_id IS NULL;
      ALTER FUNCTION import_rows_of(uuid) ROWS 10;
      ${redefine(searches, 'up')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${redefine(searches, 'down')}
      ALTER FUNCTION import_rows_of(uuid) ROWS 1000;
      DROP INDEX import_rows_by_marks;
      DROP FUNCTION import_row_marks(text, text, jsonb), import_marks(text[]);
    `);
  }
}
