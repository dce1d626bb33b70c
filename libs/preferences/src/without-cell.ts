import { channels } from '@seloste/kernel';
import type { PurposeShown } from './held.js';
import type { Cell } from './standing.js';

/**
 * What stays forbidden when a person takes back one thing out of a "no" that says more: undoing never opens anything
 * that they did not name. @param purposes all there are
 */
export function withoutCell(objection: Cell, cell: Cell, purposes: readonly PurposeShown[]): Cell[] {
  const others = (kind: PurposeShown['class']) =>
    purposes.filter((purpose) => purpose.class === kind && purpose.key !== cell.purpose);
  const forbidden = (channel: Cell['channel'], list: readonly PurposeShown[]): Cell[] =>
    list.map(({ key }) => ({ channel, purpose: key }));
  if (objection.purpose !== 'all')
    return objection.channel === 'all' && cell.channel !== 'all' ? elsewhere(cell, objection.purpose) : [];
  if (objection.channel !== 'all') return forbidden(objection.channel, others('marketing'));
  const profiling = forbidden('all', others('profiling'));
  if (cell.channel === 'all') return [...forbidden('all', others('marketing')), ...profiling];
  return [...elsewhere(cell, 'all'), ...forbidden(cell.channel, others('marketing')), ...profiling];
}

const elsewhere = (cell: Cell, purpose: string): Cell[] =>
  channels.filter((channel) => channel !== cell.channel).map((channel) => ({ channel, purpose }));
