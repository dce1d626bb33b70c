import type { DataCategory, ErasureAction, RetentionClass } from '@seloste/kernel';
import type { PlannedAction } from '../plan/plan-contents.js';
import type { Catalogue } from './catalogue.js';
import { newValueOf } from './new-values.js';
import type { Place, PlacedColumn } from './places.js';

/** What is done to the rows of one table: the plan counts them, the execution does it, and both have them from here. */
export interface Step {
  table: string;
  action: PlannedAction;
  /** Which rows: SQL on the table as `t`; $1 is the person or the company. */
  rows: string;
  /** New values by column, in which $2 is the pseudonym and $3 the time; empty where rows stay or go. */
  sets: string[];
  /** A stable code of why what stays does. */
  why: string | null;
  /** Does it tell what we did? Asking for a plan adds to that. */
  isEvidence: boolean;
  /** Does its text hold values of this one case? Then it is not prepared for others. */
  isOneOff?: boolean;
}

/** What an erasure heeds. */
export interface Circumstances {
  /** Is anything of the person held? Then the rest goes, and they are not erased yet. */
  isHeld: boolean;
  /** What has to stay of the person, in the register itself: copies and what waits to leave do not. */
  held: ReadonlySet<DataCategory>;
  /** Would a pseudonym not hide them? */
  isDeleted: boolean;
}

/** What is said by whom the law, not we, have it said: the record of the register, not what was copied from it. */
export const inTheRegister: ReadonlySet<RetentionClass> = new Set(['relationship', 'interaction']);

/** From the rows that are changed to those that go, each before what it was found through; the person comes last. */
export function stepsFor(places: Place[], catalogue: Catalogue, given: Circumstances): Step[] {
  const steps = places.flatMap((place) => stepsIn(place, catalogue, given));
  const goes = new Set(steps.filter(({ action }) => action === 'delete_row').map(({ table }) => table));
  const deletions = inOrder(
    places.filter(({ table }) => goes.has(table)),
    catalogue,
  );
  return [
    ...steps.filter(({ action }) => action !== 'delete_row'),
    ...deletions.flatMap(({ table }) =>
      steps.filter((step) => step.table === table && step.action === 'delete_row'),
    ),
  ];
}

function stepsIn(
  place: Place,
  catalogue: Catalogue,
  { isHeld: isAnyHeld, held, isDeleted }: Circumstances,
): Step[] {
  const { table, rows, alone } = place;
  const isHeld = ({ category }: PlacedColumn) => inTheRegister.has(place.retention) && held.has(category);
  const step = (action: PlannedAction, more: Partial<Step> = {}): Step => ({
    ...{ table, action, rows, sets: [], why: null, isEvidence: place.retention === 'audit' },
    ...more,
  });
  if (place.staysWhileHeld && isAnyHeld) return [step('keep', { why: 'held' })];
  const isRoot = rows === 't.id = $1';
  if (isDeleted && (isRoot || goesWithThePerson(place, catalogue))) return [step('delete_row')];
  const isDeletedHere = place.columns.some(({ action }) => action === 'delete_row');
  if (isDeletedHere && place.columns.some((column) => column.action === 'delete_row' && isHeld(column)))
    return [step('keep', { why: 'held' })];
  const own = alone === null ? rows : `${rows} AND ${alone}`;
  const others =
    alone === null ? [] : [step('keep', { rows: `${rows} AND NOT (${alone})`, why: 'of_others' })];
  if (isDeletedHere) return [step('delete_row', { rows: own }), ...others];
  const changed = place.columns.filter((column) => !isHeld(column) && newValueOf(column, '$2') !== null);
  const isKept = place.columns.some((column) => isHeld(column) && newValueOf(column, '$2') !== null);
  if (changed.length === 0) return [step('keep', { why: isKept ? 'held' : whyKept(place) })];
  const sets = setsOf(table, changed, catalogue);
  if (table === 'contacts' && !isAnyHeld) sets.push(...forgotten);
  return [step(strongest(changed), { rows: own, sets }), ...others];
}

/** In the same statement, so that nothing that follows from it sees half of it. */
const forgotten = ['erased_at = $3', 'archived_at = coalesce(t.archived_at, $3)', 'updated_at = $3'];

/** Would the row be left without its person? Where the reference may be empty, the row stays without it. */
const goesWithThePerson = ({ table, isPart }: Place, { foreignKeys }: Catalogue): boolean =>
  isPart &&
  foreignKeys.some(
    (key) => key.table === table && key.references === 'contacts' && key.onDelete !== 'set_null',
  );

function setsOf(table: string, columns: PlacedColumn[], catalogue: Catalogue): string[] {
  const sets = columns.map((column) => `${column.column} = ${newValueOf(column, '$2')}`);
  // What was said is gone, and the timeline tells so.
  if (catalogue.columns.has(`${table}.redacted_at`) && columns.some(({ action }) => action === 'clear'))
    sets.push('redacted_at = coalesce(t.redacted_at, $3)');
  // Whoever edits it at this moment has seen what is no longer there.
  if (catalogue.columns.has(`${table}.version`)) sets.push('version = t.version + 1');
  return sets;
}

const strength: ErasureAction[] = ['pseudonymise', 'redact', 'clear', 'generalise'];

function strongest(columns: PlacedColumn[]): PlannedAction {
  const action = strength.find((one) => columns.some((column) => column.action === one));
  return action === 'clear' || action === undefined ? 'redact' : action;
}

/** What nobody can be found by any more. */
const whyKept = ({ retention }: Place): string => (retention === 'audit' ? 'evidence' : 'statistics');

/** So that nothing goes before what refers to it, or is found through it. */
function inOrder(places: Place[], { foreignKeys }: Catalogue): Place[] {
  const mustComeBefore = (one: Place, other: Place) =>
    one.foundThrough.includes(other.table) ||
    foreignKeys.some(
      (key) => key.table === one.table && key.references === other.table && one.table !== other.table,
    );
  const left = [...places];
  const ordered: Place[] = [];
  while (left.length > 0) {
    const next = left.findIndex((one) => !left.some((other) => other !== one && mustComeBefore(other, one)));
    ordered.push(...left.splice(Math.max(next, 0), 1));
  }
  return ordered;
}
