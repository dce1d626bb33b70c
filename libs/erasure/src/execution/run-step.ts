import type { EntityManager } from 'typeorm';
import type { SurveyedStep } from './survey.js';

/** What the placeholders of a step stand for besides whom it is about. */
export interface NewValues {
  pseudonym: string;
  at: Date;
}

/** Does the step. @returns to how many rows */
export async function runStep(
  tx: EntityManager,
  { table, rows, sets, action, id, count }: SurveyedStep,
  how: NewValues,
): Promise<number> {
  if (action === 'keep') return count;
  if (action === 'delete_row') return affected(await tx.query(`DELETE FROM ${table} t WHERE ${rows}`, [id]));
  const { sql, parameters } = numbered(`UPDATE ${table} t SET ${sets.join(', ')} WHERE ${rows}`, [
    id,
    how.pseudonym,
    how.at,
  ]);
  return affected(await tx.query(sql, parameters));
}

/** TypeORM gives rows and their number for what writes. */
const affected = (result: unknown): number => (result as [unknown[], number])[1];

/** Without values that the statement does not use, which PostgreSQL refuses. */
function numbered(sql: string, values: unknown[]): { sql: string; parameters: unknown[] } {
  const used = [...new Set(sql.match(/\$\d/g) ?? [])].sort();
  const parameters = used.map((placeholder) => values[Number(placeholder.slice(1)) - 1]);
  return { sql: sql.replace(/\$\d/g, (one) => `$${used.indexOf(one) + 1}`), parameters };
}
