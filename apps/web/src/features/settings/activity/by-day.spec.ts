import { byDay } from './by-day.js';

const at = (...time: [number, number, number, number]) => ({ occurredAt: new Date(...time).toISOString() });

describe('events by day', () => {
  it('stand under the local day they happened on, in their order', () => {
    const [late, noon, before] = [at(2026, 10, 23, 23), at(2026, 10, 23, 0), at(2026, 10, 22, 23)];
    expect(byDay([late, noon, before])).toEqual([
      { day: '2026-11-23', items: [late, noon] },
      { day: '2026-11-22', items: [before] },
    ]);
  });

  it('are none without events', () => {
    expect(byDay([])).toEqual([]);
  });
});
