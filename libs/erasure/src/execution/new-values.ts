import { randomLetters } from '@seloste/kernel';
import { functionOf, regionOf } from './functions-of-titles.js';
import type { PlacedColumn } from './places.js';

/** Stands where words about somebody were. */
export const mark = '—';

/** A name that belongs to nobody, such as `Q7F3-9KX2`: 40 random bits, from which no way leads back. */
export function newPseudonym(): string {
  const name = randomLetters(8);
  return `${name.slice(0, 4)}-${name.slice(4)}`;
}

/** What takes the place of a value, as SQL on the table's own columns; null where it stays. `pseudonym` is a placeholder. */
export function newValueOf(column: PlacedColumn, pseudonym: string): string | null {
  const { column: name, action, type } = column;
  if (action === 'clear') return empty(column);
  if (action === 'redact')
    return type === 'text' ? `CASE WHEN t.${name} IS NOT NULL THEN '${mark}' END` : empty(column);
  // Of a name in two parts, the pseudonym takes the place of one.
  if (action === 'pseudonymise') return name === 'first_name' ? `''` : `${pseudonym}::text`;
  if (action === 'generalise') return lessPrecise(column);
  return null;
}

function empty({ column, type, isNullable }: PlacedColumn): string {
  if (isNullable) return 'NULL';
  if (type === 'text') return `''`;
  if (type.endsWith('[]')) return `'{}'`;
  if (type === 'bytea') return `''::bytea`;
  if (type === 'jsonb') return `'{}'`;
  throw new Error(`${column} has to hold something: it cannot be cleared.`);
}

/** Somebody who left the company stays for a while after what they left ended: erasing another moves no clock. */
const othersGoBy = `EXISTS (SELECT FROM employments e JOIN contacts c ON c.id = e.contact_id
  WHERE e.company_id = t.id AND c.erased_at IS NULL AND c.company_id IS DISTINCT FROM t.id)`;

function dayOf(column: string): string {
  const month = `date_trunc('month', t.${column})::date`;
  return column === 'relationship_ended_on'
    ? `CASE WHEN ${othersGoBy} THEN t.${column} ELSE ${month} END`
    : month;
}

/**
 * A time becomes the first noon of its month (in any zone of Europe), a day the first of its month, a title what its
 * bearers do, a town its region.
 */
function lessPrecise({ column, category, type }: PlacedColumn): string {
  const monthOf = `date_trunc('month', t.${column} AT TIME ZONE (SELECT time_zone FROM controllers))`;
  if (type.startsWith('timestamp')) return `(${monthOf} + interval '12 hours') AT TIME ZONE 'UTC'`;
  if (type === 'date') return dayOf(column);
  if (category === 'work_role') return functionOf(`t.${column}`);
  if (category === 'contact_details') return regionOf('t.postal_code');
  throw new Error(`Nobody has said what ${column} becomes when it is made less precise.`);
}
