import { prepared } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { Step } from './steps.js';
import type { SurveyedStep } from './survey.js';

/** What the placeholders of a step stand for besides whom it is about. */
export interface NewValues {
  pseudonym: string;
  at: Date;
}

/** Does the step. @returns to how many rows */
export async function runStep(tx: EntityManager, step: SurveyedStep, how: NewValues): Promise<number> {
  if (step.action === 'keep') return step.count;
  const { sql, parameters } = numbered(changeOf(step), [step.id, how.pseudonym, how.at]);
  if (step.isOneOff) return (await tx.query<[unknown[], number]>(sql, parameters))[1];
  return (await prepared(tx, sql, parameters)).rowCount ?? 0;
}

/** What a step does, as SQL with its placeholders. */
export const changeOf = ({ table, rows, sets, action }: Step): string =>
  `${action === 'delete_row' ? `DELETE FROM ${table} t` : `UPDATE ${table} t SET ${sets.join(', ')}`} WHERE ${rows}`;

/** Without values that the statement does not use, which PostgreSQL refuses. */
function numbered(sql: string, values: unknown[]): { sql: string; parameters: unknown[] } {
  const used = [...new Set(sql.match(/\$\d/g) ?? [])].sort();
  const parameters = used.map((placeholder) => values[Number(placeholder.slice(1)) - 1]);
  return { sql: sql.replace(/\$\d/g, (one) => `$${used.indexOf(one) + 1}`), parameters };
}
