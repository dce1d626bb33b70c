import { channels } from '@seloste/kernel';
import fc from 'fast-check';
import type { PurposeShown } from './held.js';
import { covers, type Cell } from './standing.js';
import { withoutCell } from './without-cell.js';

const ofClass =
  (kind: PurposeShown['class']) =>
  (key: string): PurposeShown => ({
    key,
    class: kind,
    basis: 'legitimate_interest',
    switchedOn: true,
    names: null,
  });
const purposes = [
  ...['direct_marketing', 'newsletter', 'survey', 'webinars'].map(ofClass('marketing')),
  ...['profiling_marketing', 'profiling_sales', 'profiling_support'].map(ofClass('profiling')),
  ofClass('service')('service'),
];
const purposeOf = (key: string) => purposes.find((purpose) => purpose.key === key) as PurposeShown; // from the list

/** All that a person may forbid one by one. */
const cells = purposes.flatMap(({ key, class: kind }): Cell[] => {
  if (kind === 'service') return [];
  const inChannels: readonly Cell['channel'][] = kind === 'profiling' ? ['all'] : channels;
  return inChannels.map((channel) => ({ channel, purpose: key }));
});
const forbidden = (objections: readonly Cell[], cell: Cell): boolean =>
  objections.some((objection) => covers(objection, cell, purposeOf(cell.purpose)));

const anObjection = fc.record({
  channel: fc.constantFrom<Cell['channel']>(...channels, 'all'),
  purpose: fc.constantFrom('all', ...purposes.map(({ key }) => key)),
});

describe('taking one thing back', () => {
  it('opens that, and leaves everything else forbidden that was', () => {
    fc.assert(
      fc.property(fc.array(anObjection, { maxLength: 5 }), fc.constantFrom(...cells), (objections, cell) => {
        const purpose = purposeOf(cell.purpose);
        const taken = objections.filter((objection) => covers(objection, cell, purpose));
        const after = [
          ...objections.filter((objection) => !taken.includes(objection)),
          ...taken.flatMap((objection) => withoutCell(objection, cell, purposes)),
        ];
        expect(forbidden(after, cell)).toBe(false);
        for (const other of cells.filter((one) => one !== cell))
          expect([other, forbidden(after, other)]).toEqual([other, forbidden(objections, other)]);
      }),
      { numRuns: 500 },
    );
  });
});
