import type { Reader } from '@seloste/platform';

/** How a column holds text. `other` is read as PostgreSQL writes it. */
export type TextKind = 'text' | 'list' | 'json' | 'lexemes' | 'bytes' | 'other';

/** A column that can hold text. `isFixed`: only words of a fixed list, or keys of another table. */
export interface TextColumn {
  name: string;
  kind: TextKind;
  isFixed: boolean;
  isNullable: boolean;
}

/** A column that names a row of another table. */
export interface Reference {
  column: string;
  to: string;
  isRequired: boolean;
}

/** A table of ours as PostgreSQL knows it, declared or not. */
export interface CatalogueTable {
  schema: string;
  name: string;
  /** The table that it is a part of. */
  whole: string | null;
  /** For SQL: the schema and the name, quoted. */
  sql: string;
  /** The columns of the primary key; none where there is no key. */
  key: string[];
  keyTypes: string[];
  columns: string[];
  texts: TextColumn[];
  references: Reference[];
  isReadable: boolean;
  isChangeable: boolean;
  /** `version` counts the changes of a row, and is not what tells rows apart as in a history of versions. */
  hasRevisions: boolean;
}

/** Types without text are left out: numbers, times, switches, ids, addresses of networks, lists of these. */
const catalogue = `
  WITH columns AS (
    SELECT a.attrelid, a.attnum, a.attname, NOT a.attnotnull AS nullable, coalesce(d.oid, t.oid) AS type,
      coalesce(d.typcategory, t.typcategory) AS category, coalesce(d.typname, t.typname) AS type_name, e.typcategory AS element
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type d ON d.oid = nullif(t.typbasetype, 0)
    LEFT JOIN pg_type e ON e.oid = nullif(coalesce(d.typelem, t.typelem), 0)
    WHERE a.attnum > 0 AND NOT a.attisdropped
  ), kinds AS (
    SELECT attrelid, attnum, attname, nullable, CASE
      WHEN type_name IN ('json', 'jsonb') THEN 'json'
      WHEN type_name = 'tsvector' THEN 'lexemes'
      WHEN type_name = 'bytea' THEN 'bytes'
      WHEN type_name = 'uuid' OR category IN ('B', 'D', 'N', 'T', 'I', 'G', 'V', 'E') THEN NULL
      WHEN category = 'A' THEN CASE WHEN element = 'S' THEN 'list' WHEN element IN ('U', 'C') AND type_name NOT IN ('_uuid', '_bytea') THEN 'other' END
      WHEN category = 'S' THEN 'text'
      ELSE 'other' END AS kind
    FROM columns
  )
  SELECT n.nspname AS schema, c.relname AS name, format('%I.%I', n.nspname, c.relname) AS sql,
    (SELECT w.relname FROM pg_inherits i JOIN pg_class w ON w.oid = i.inhparent WHERE i.inhrelid = c.oid) AS whole,
    has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') AS "isReadable",
    has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'UPDATE') AS "isChangeable",
    EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'version'
      AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND a.attnum = ANY (i.indkey))) AS "hasRevisions",
    coalesce((SELECT json_agg(a.attname ORDER BY k.place) FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (attnum, place)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum WHERE i.indrelid = c.oid AND i.indisprimary), '[]') AS key,
    coalesce((SELECT json_agg(format_type(a.atttypid, NULL) ORDER BY k.place) FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (attnum, place)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum WHERE i.indrelid = c.oid AND i.indisprimary), '[]') AS "keyTypes",
    (SELECT coalesce(json_agg(a.attname), '[]') FROM columns a WHERE a.attrelid = c.oid) AS columns,
    coalesce((SELECT json_agg(json_build_object('name', k.attname, 'kind', k.kind, 'isNullable', k.nullable, 'isFixed',
        EXISTS (SELECT FROM pg_constraint f WHERE f.conrelid = c.oid AND k.attnum = ANY (f.conkey)
          AND (f.contype = 'f' OR (f.contype = 'c' AND cardinality(f.conkey) = 1 AND pg_get_constraintdef(f.oid) ~ '(= ANY \\(+ARRAY\\[|<@ ARRAY\\[)')))) ORDER BY k.attnum)
      FROM kinds k WHERE k.attrelid = c.oid AND k.kind IS NOT NULL), '[]') AS texts,
    coalesce((SELECT json_agg(json_build_object('column', a.attname, 'to', r.relname, 'isRequired', a.attnotnull)) FROM pg_constraint f
      CROSS JOIN LATERAL unnest(f.conkey, f.confkey) AS pair (here, there) JOIN pg_class r ON r.oid = f.confrelid
      JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = pair.here JOIN pg_attribute b ON b.attrelid = f.confrelid AND b.attnum = pair.there
      WHERE f.conrelid = c.oid AND f.contype = 'f' AND b.attname = 'id' AND r.relnamespace = 'public'::regnamespace), '[]') AS "references"
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'm') AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  ORDER BY n.nspname, c.relname`;

/** What changes as soon as a table, a column, a constraint or a right does, or somebody else asks. */
const mark = `
  SELECT concat_ws(' ', current_database(), current_user,
    (SELECT count(*) || ' ' || max(oid) || ' ' || md5(string_agg(relacl::text, ' ' ORDER BY oid)) FROM pg_class WHERE relkind IN ('r', 'm')),
    (SELECT count(*) FILTER (WHERE NOT attisdropped) || ' ' || count(*) FROM pg_attribute WHERE attnum > 0),
    (SELECT count(*) || ' ' || max(oid) FROM pg_constraint)) AS mark`;

let known: { mark: string; tables: Promise<CatalogueTable[]> } | null = null;

/** Every table of the database that is not PostgreSQL's own, as it is at this moment. Read anew only when something of it changed. */
export async function readCatalogue(reader: Reader): Promise<CatalogueTable[]> {
  const [row] = await reader.read<{ mark: string }>(mark);
  if (known === null || known.mark !== row?.mark) {
    const tables = reader.read<CatalogueTable>(catalogue);
    known = { mark: row?.mark ?? '', tables };
    tables.catch(() => (known = null));
  }
  return known.tables;
}
