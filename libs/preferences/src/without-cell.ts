import { channels, type PurposeClass } from '@seloste/kernel';
import type { Cell } from './standing.js';

/** A purpose, as far as "everything" asks. */
export interface PurposeKind {
  key: string;
  class: PurposeClass;
}

/** What stays forbidden. `ofEverything`: it was every purpose, also those that nobody thought of yet. */
export type KeptCell = Cell & { ofEverything: boolean };

/**
 * What stays forbidden when a person takes back one thing out of a "no" that says more: undoing never opens anything
 * that they did not name. @param purposes all there are, switched on or not
 */
export function withoutCell(objection: Cell, cell: Cell, purposes: readonly PurposeKind[]): KeptCell[] {
  const others = (kind: PurposeClass) =>
    purposes.filter((purpose) => purpose.class === kind && purpose.key !== cell.purpose);
  const forbidden = (channel: Cell['channel'], list: readonly PurposeKind[]): KeptCell[] =>
    list.map(({ key }) => ({ channel, purpose: key, ofEverything: true }));
  if (objection.purpose !== 'all')
    return objection.channel === 'all' && cell.channel !== 'all' ? elsewhere(cell, objection.purpose) : [];
  if (objection.channel !== 'all') return forbidden(objection.channel, others('marketing'));
  const profiling = forbidden('all', others('profiling'));
  if (cell.channel === 'all') return [...forbidden('all', others('marketing')), ...profiling];
  return [...elsewhere(cell, 'all'), ...forbidden(cell.channel, others('marketing')), ...profiling];
}

const elsewhere = (cell: Cell, purpose: string): KeptCell[] =>
  channels
    .filter((channel) => channel !== cell.channel)
    .map((channel) => ({ channel, purpose, ofEverything: false }));
