import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which rows of imports tell of a person, whether or not they came into the register by them; as imports_follow_restriction says it. */
export class ErasureImports1795600185000 implements MigrationInterface {
  readonly name = 'ErasureImports1795600185000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION import_rows_of(person uuid) RETURNS TABLE (import_id uuid, line integer)
      LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        emails text[] := array(SELECT value FROM contact_points WHERE contact_id = person AND kind = 'email');
        phones text[] := array(SELECT value FROM contact_points WHERE contact_id = person AND kind = 'phone');
        named text;
        employer text;
      BEGIN
        SELECT lower(btrim(c.first_name || ' ' || c.last_name) COLLATE "fi-x-icu"), lower(co.name) INTO named, employer
        FROM contacts c LEFT JOIN companies co ON co.id = c.company_id WHERE c.id = person;
        RETURN QUERY
        SELECT r.import_id, r.line FROM import_rows r WHERE r.contact_id = person
        UNION
        SELECT r.import_id, r.line FROM import_rows r
        WHERE r.contact_id IS NULL AND (lower(r.email) = ANY (emails)
          OR r.record #> '{person,emails}' ?| emails OR r.record #> '{person,phones}' ?| phones
          OR (lower(r.name COLLATE "fi-x-icu") = named AND (r.email IS NULL OR lower(r.company COLLATE "fi-x-icu") = employer)));
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION import_rows_of(uuid)');
  }
}
