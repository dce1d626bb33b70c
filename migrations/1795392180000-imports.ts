import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists that are brought in: the file while it is needed, and what became of each row. */
export class Imports1795392180000 implements MigrationInterface {
  readonly name = 'Imports1795392180000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE imports (
        id uuid PRIMARY KEY,
        file_name text NOT NULL,
        encoding text NOT NULL,
        delimiter text NOT NULL,
        has_header boolean NOT NULL,
        width smallint NOT NULL,
        row_count integer NOT NULL,
        columns jsonb NOT NULL,
        status text NOT NULL
          CHECK (status IN ('receiving', 'mapping', 'checking', 'checked', 'running', 'finished', 'failed')),
        failure text,
        mapping jsonb,
        source_kind text,
        source_what text,
        source_on date,
        owner_id uuid REFERENCES users,
        language text CHECK (language IN ('fi', 'sv', 'en')),
        processed integer NOT NULL DEFAULT 0,
        last_line integer NOT NULL DEFAULT 0,
        new_count integer,
        duplicate_count integer,
        error_count integer,
        imported_count integer NOT NULL DEFAULT 0,
        attempt integer NOT NULL DEFAULT 0,
        requested_at timestamptz,
        requested_by uuid REFERENCES users,
        request_id text,
        progressed_at timestamptz,
        created_at timestamptz NOT NULL,
        created_by uuid REFERENCES users,
        checked_at timestamptz,
        started_at timestamptz,
        finished_at timestamptz,
        rows_deleted_at timestamptz,
        CHECK (mapping IS NULL OR num_nulls(source_kind, source_on) = 0),
        CHECK (source_kind <> 'other' OR source_what IS NOT NULL)
      );
      CREATE INDEX imports_by_creation ON imports (created_at, id);
      CREATE INDEX imports_at_work ON imports (status) WHERE status IN ('receiving', 'checking', 'running');

      CREATE TABLE import_file_parts (
        import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
        position integer NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (import_id, position)
      );

      CREATE TABLE import_rows (
        import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
        line integer NOT NULL,
        result text NOT NULL CHECK (result IN ('new', 'duplicate', 'error')),
        reasons jsonb NOT NULL,
        name text,
        email text,
        company text,
        record jsonb,
        contact_id uuid REFERENCES contacts ON DELETE SET NULL,
        company_id uuid REFERENCES companies ON DELETE SET NULL,
        imported_at timestamptz,
        PRIMARY KEY (import_id, line)
      );
      CREATE INDEX import_rows_by_result ON import_rows (import_id, result, line);
      CREATE INDEX import_rows_by_contact ON import_rows (contact_id) WHERE contact_id IS NOT NULL;
      CREATE INDEX import_rows_by_company ON import_rows (company_id) WHERE company_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_rows, import_file_parts, imports;');
  }
}
