import { randomBytes } from 'node:crypto';
import type { CreatePlan, NewContactBody, Statement } from './plan.ts';

/** A UUIDv7. */
export function newId(): string {
  const hex = Date.now().toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The recorded creation's statements with this person's values and ids in place of the recorded ones. */
export function newRowsOf(plan: CreatePlan, body: NewContactBody): { id: string; statements: Statement[] } {
  const ids = plan.ids.map(() => newId());
  const was = plan.body;
  const replacements: [string, string][] = [
    ...plan.ids.map((old, i): [string, string] => [old, ids[i] ?? newId()]),
    [was.emails[0] ?? '', body.emails[0] ?? ''],
    [was.phones[0] ?? '', body.phones[0] ?? ''],
    [was.firstName, body.firstName],
    [was.lastName, body.lastName],
    [was.companyId, body.companyId],
  ];
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string')
      return replacements.reduce((text, [from, to]) => text.replaceAll(from, to), value);
    return Array.isArray(value) ? value.map(replace) : value;
  };
  return {
    id: ids[0] ?? '',
    statements: plan.statements.map((statement) => ({ ...statement, values: statement.values.map(replace) })),
  };
}
