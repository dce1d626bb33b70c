import type { EntityManager } from 'typeorm';

/** A reference from one table to another, by one column: what else the key carries (a copied flag) leads nowhere. */
export interface ForeignKey {
  table: string;
  column: string;
  references: string;
  referenced: string;
  /** What deleting the row that is referred to does here. */
  onDelete: 'nothing' | 'cascade' | 'set_null';
}

export interface CatalogueColumn {
  type: string;
  isNullable: boolean;
  isGenerated: boolean;
}

/** The database as it is: what refers to what, and what columns can hold. */
export interface Catalogue {
  foreignKeys: ForeignKey[];
  /** By `table.column`. */
  columns: Map<string, CatalogueColumn>;
  /** By table: the columns of its primary key. */
  primaryKeys: Map<string, string[]>;
}

const foreignKeys = `
  SELECT k.conrelid::regclass::text AS table, a.attname AS column, k.confrelid::regclass::text AS references, r.attname AS referenced,
    CASE k.confdeltype WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set_null' ELSE 'nothing' END AS "onDelete"
  FROM pg_constraint k
  CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS pair (here, there, n)
  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.here
  JOIN pg_attribute r ON r.attrelid = k.confrelid AND r.attnum = pair.there
  WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
    AND EXISTS (SELECT FROM pg_constraint p WHERE p.conrelid = k.confrelid AND p.contype = 'p' AND pair.there = ANY (p.conkey))
  ORDER BY 1, 2`;

const columns = `
  SELECT a.attrelid::regclass::text AS table, a.attname AS column, format_type(a.atttypid, NULL) AS type,
    NOT a.attnotnull AS "isNullable", a.attgenerated <> '' AS "isGenerated",
    EXISTS (SELECT FROM pg_constraint p WHERE p.conrelid = a.attrelid AND p.contype = 'p' AND a.attnum = ANY (p.conkey)) AS "isKey"
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
  ORDER BY a.attrelid, a.attnum`;

export async function readCatalogue(tx: EntityManager): Promise<Catalogue> {
  const rows =
    await tx.query<(CatalogueColumn & { table: string; column: string; isKey: boolean })[]>(columns);
  const primaryKeys = new Map<string, string[]>();
  for (const { table, column, isKey } of rows)
    if (isKey) primaryKeys.set(table, [...(primaryKeys.get(table) ?? []), column]);
  return {
    foreignKeys: await tx.query<ForeignKey[]>(foreignKeys),
    columns: new Map(rows.map(({ table, column, ...of }) => [`${table}.${column}`, of])),
    primaryKeys,
  };
}
