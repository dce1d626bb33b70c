import type { DataCategory } from '@seloste/kernel';
import type { Catalogue } from './catalogue.js';
import { newValueOf } from './new-values.js';
import type { Place, PlacedColumn } from './places.js';
import { inTheRegister, stepsFor, type Step } from './steps.js';

/** What goes from a person who stays. Days are `YYYY-MM-DD`. */
export interface Narrowing {
  categories: ReadonlySet<DataCategory>;
  /** The day on which the last ground that needed it ended; what was said later belongs to another one. */
  neededUntil: string;
  today: string;
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The steps of an erasure, as far as they are about these categories of somebody who stays: in the register itself, of
 * nobody else, and never what a clock runs from or what tells why the person is kept.
 */
export function narrowingSteps(places: Place[], catalogue: Catalogue, narrowing: Narrowing): Step[] {
  const { neededUntil, today } = narrowing;
  if (!isDay.test(neededUntil) || !isDay.test(today)) throw new Error('days are YYYY-MM-DD');
  const narrowed = places.flatMap((place) => narrowedPlace(place, catalogue, narrowing));
  const circumstances = { isHeld: true, held: new Set<DataCategory>(), isDeleted: false };
  return stepsFor(narrowed, catalogue, circumstances)
    .filter(({ action }) => action !== 'keep')
    .map((step) => ({ ...step, sets: [...step.sets, ...touched(step, catalogue)], isOneOff: true }));
}

/** The columns of the place that may go before the person does. */
export function goingFrom(place: Place): PlacedColumn[] {
  if (place.staysWithPerson || !inTheRegister.has(place.retention)) return [];
  return place.columns.filter(({ action }) => action !== 'keep').flatMap(narrowedColumn);
}

/** Of somebody with a name, a function is as much as a title; that something was said, and when, is no word of it. */
function narrowedColumn(column: PlacedColumn): PlacedColumn[] {
  if (column.action === 'pseudonymise') return [];
  if (column.action !== 'generalise') return [column];
  return column.type === 'text' ? [{ ...column, action: 'clear' }] : [];
}

function narrowedPlace(place: Place, catalogue: Catalogue, narrowing: Narrowing): Place[] {
  const goes = ({ category }: PlacedColumn) => narrowing.categories.has(category);
  const isLink = ({ category }: PlacedColumn) => category === 'link';
  const going = goingFrom(place);
  const deleted = going.filter((column) => column.action === 'delete_row' && !isLink(column));
  // A row goes as a whole, or not at all.
  const columns = deleted.length > 0 ? deleted.filter(() => deleted.every(goes)) : going.filter(goes);
  if (columns.length === 0) return [];
  const conditions = [place.rows, ...saidBefore(place, catalogue, narrowing)];
  if (deleted.length === 0) conditions.push(`(${columns.map(isToChange).join(' OR ')})`);
  return [{ ...place, columns, rows: conditions.join(' AND ') }];
}

const isToChange = (column: PlacedColumn): string =>
  `t.${column.column} IS DISTINCT FROM (${newValueOf(column, '$2')})`;

function saidBefore(
  { table }: Place,
  { foreignKeys }: Catalogue,
  { neededUntil, today }: Narrowing,
): string[] {
  const toInteraction = foreignKeys.find((key) => key.table === table && key.references === 'interactions');
  const interaction = table === 'interactions' ? 't.id' : toInteraction && `t.${toInteraction.column}`;
  if (interaction === undefined) return [];
  return [`interaction_is_past_need(${interaction}, date '${neededUntil}', date '${today}')`];
}

const touched = ({ table, sets }: Step, { columns }: Catalogue): string[] =>
  sets.length > 0 && columns.has(`${table}.updated_at`) ? ['updated_at = $3'] : [];
