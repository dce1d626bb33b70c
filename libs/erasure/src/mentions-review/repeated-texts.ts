import type { EntityManager } from 'typeorm';
import type { TextKind } from './catalogue.js';
import { allTexts } from './row-sql.js';
import type { SearchedColumn, SearchedTable } from './searched-tables.js';

/** The columns of a table by how they are best read. */
export interface Reading {
  /** Many rows say alike there: what they say is read once for all of them. */
  repeated: SearchedColumn[];
  /** Read row by row. */
  various: SearchedColumn[];
}

/** Smaller tables are read row by row; in pages of 8 KB. */
const fewPages = 1_000;
/** A sample of so many pages tells whether texts repeat. */
const sampledPages = 50;
/** Fewer different texts than this share of the rows: they repeat. */
const share = 0.2;

/**
 * Tells by a sample of a large table which of its columns say the same in many rows, as titles, sources and grounds do.
 * A sample that misleads costs time and leaves nothing out: every text is read either way.
 */
export async function readingOf(
  tx: EntityManager,
  table: SearchedTable,
  columns: SearchedColumn[],
): Promise<Reading> {
  const [{ pages = 0 } = {}] = await tx.query<{ pages: number }[]>(
    `SELECT (pg_relation_size('${table.sql}'::regclass) / 8192)::int AS pages`,
  );
  if (pages <= fewPages || columns.length === 0) return { repeated: [], various: columns };
  const counts = columns.map((column) =>
    isComparable(column.kind) ? `count(DISTINCT ${markOf([column])})::int` : 'count(*)::int',
  );
  const [sample] = await tx.query<{ rows: number; counts: number[] }[]>(
    `SELECT count(*)::int AS rows, ARRAY[${counts.join(', ')}] AS counts
     FROM ${table.sql} t TABLESAMPLE SYSTEM (${(100 * sampledPages) / pages})`,
  );
  const isRepeated = ({ kind }: SearchedColumn, i: number) =>
    sample !== undefined && isComparable(kind) && (sample.counts[i] ?? Infinity) < share * sample.rows;
  return {
    repeated: columns.filter(isRepeated),
    various: columns.filter((column, i) => !isRepeated(column, i)),
  };
}

const isComparable = (kind: TextKind): boolean => ['text', 'list', 'json'].includes(kind);

const comparable = ({ name, kind }: SearchedColumn): string =>
  kind === 'json' ? `t."${name}"::jsonb` : `t."${name}"`;

/** A number that rows have in common which say the same in these columns; others hardly ever. SQL of a bigint. */
export const markOf = (columns: SearchedColumn[]): string =>
  `hash_record_extended(ROW(${columns.map(comparable).join(', ')}), 0)`;

/** What many rows say, and the {@link markOf} these. */
export interface Said {
  text: string;
  mark: string;
}

/** So many different texts are held at once. */
const mostTexts = 50_000;

/**
 * What is said in some columns, each once; of it, what matches a pattern. Null where it is too much. PostgreSQL reads
 * the table in parallel.
 */
export async function saidIn(
  tx: EntityManager,
  table: SearchedTable,
  { columns, pattern = null }: { columns: SearchedColumn[]; pattern?: string | null },
): Promise<Said[] | null> {
  if (columns.length === 0) return [];
  const values = columns.map((column) => `${comparable(column)} AS "${column.name}"`);
  const places = columns.map((_, i) => i + 1);
  const rows = await tx.query<Said[]>(
    `SELECT text, mark FROM (
       SELECT ${allTexts(columns)} AS text, ${markOf(columns)}::text AS mark
       FROM (SELECT ${values.join(', ')} FROM ${table.sql} t GROUP BY ${places.join(', ')} OFFSET 0) AS t
     ) AS said WHERE $1::text IS NULL OR text ~ $1 LIMIT ${mostTexts + 1}`,
    [pattern],
  );
  return rows.length > mostTexts ? null : rows;
}
