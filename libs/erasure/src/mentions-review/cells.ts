import { createHmac } from 'node:crypto';
import { randomLetters } from '@seloste/kernel';
import { preparedReaderOf, type Reader } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { peopleOf, companiesOf } from './row-links.js';
import type { FoundText } from './read-rows.js';
import type { RowLinks } from './judge.js';
import type { SearchedColumn, SearchedTable } from './searched-tables.js';
import type { Value } from './texts.js';

/** One value of one row. */
export interface Cell {
  table: SearchedTable;
  column: SearchedColumn;
  key: string[];
}

/** A key as one text: the values of its columns, joined by a colon. */
export const rowIdOf = (key: string[]): string => key.join(':');

/** The values of a key: only the last column's may hold a colon. */
export function keyOfRowId(rowId: string, { key }: Pick<SearchedTable, 'key'>): string[] {
  const parts = rowId.split(':');
  return [...parts.slice(0, key.length - 1), parts.slice(key.length - 1).join(':')];
}

/** By the primary key's own index. */
const byKey = ({ key, keyTypes }: SearchedTable, at: string): string =>
  key.map((column, i) => `t."${column}" = (${at}::text[])[${i + 1}]::${keyTypes[i] ?? 'text'}`).join(' AND ');

/** A value as it is now, its row held until the transaction ends; null when the row is gone. */
export async function holdCell(
  tx: EntityManager,
  { table, column, key }: Cell,
): Promise<({ value: Value } & RowLinks) | null> {
  const value = column.kind === 'text' ? `t."${column.name}"::text` : `t."${column.name}"`;
  const [row] = await tx.query<({ value: Value } & RowLinks)[]>(
    `SELECT ${value} AS value, json_build_array(${peopleOf(table)}) -> 0 AS people, json_build_array(${companiesOf(table)}) -> 0 AS companies
     FROM ${table.sql} t WHERE ${byKey(table, '$1')} FOR NO KEY UPDATE OF t`,
    [key],
  );
  return row ?? null;
}

/** A value as the reader sees it; null when the row is gone, or hidden. */
export async function readCell(
  reader: Reader,
  { table, column, key }: Cell,
): Promise<{ value: Value } | null> {
  const value = column.kind === 'text' ? `t."${column.name}"::text` : `t."${column.name}"`;
  const sql = `SELECT ${value} AS value FROM ${table.sql} t WHERE ${byKey(table, '$1')}`;
  const [row] = await reader.read<{ value: Value }>(sql, [key]);
  return row ?? null;
}

/** Is the column ($2) of the table ($1) in a unique index, by itself or in an expression of one? */
const isUnique = `
  SELECT 1 FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid
  WHERE i.indrelid = $1::regclass AND i.indisunique AND NOT i.indisprimary AND a.attname = $2
    AND (a.attnum = ANY (i.indkey) OR 0 = ANY (i.indkey)) LIMIT 1`;

const isTaken = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '23505';

/**
 * Writes a value; whoever edits the record at this moment has seen what is no longer there. Where two texts that may not
 * be the same become so, the later has letters behind it.
 */
export async function writeCell(tx: EntityManager, cell: Cell, value: Value): Promise<void> {
  const isAlone = await preparedReaderOf(tx).read(isUnique, [cell.table.sql, cell.column.name]);
  if (isAlone.length === 0 || typeof value !== 'string') return write(tx, cell, value);
  await tx.query('SAVEPOINT before_value');
  try {
    await write(tx, cell, value);
  } catch (error) {
    if (!isTaken(error)) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT before_value');
    await write(tx, cell, `${value} ${randomLetters(4)}`);
  }
  await tx.query('RELEASE SAVEPOINT before_value');
}

async function write(tx: EntityManager, { table, column, key }: Cell, value: Value): Promise<void> {
  const sets = [`"${column.name}" = $2`, ...(table.hasRevisions ? ['version = t.version + 1'] : [])];
  const parameter = column.kind === 'json' && value !== null ? JSON.stringify(value) : value;
  await tx.query(`UPDATE ${table.sql} t SET ${sets.join(', ')} WHERE ${byKey(table, '$1')}`, [
    key,
    parameter,
  ]);
}

export const cellOf = ({ table, column, key }: FoundText): Cell => ({ table, column, key });

/** Tells whether a text is still the same without keeping it. */
export const digestOf = (text: string, key: string): Buffer =>
  createHmac('sha256', key).update(text).digest();
