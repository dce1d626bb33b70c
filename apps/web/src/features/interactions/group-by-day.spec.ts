import { groupByDay } from './group-by-day.js';

const at = (occurredAt: string) => ({ occurredAt });

describe('the timeline in groups', () => {
  const now = new Date(2026, 2, 1, 9, 30);

  it('names today and yesterday, then months', () => {
    const groups = groupByDay(
      [
        at(new Date(2026, 2, 3, 12).toISOString()),
        at(new Date(2026, 2, 1, 8).toISOString()),
        at(new Date(2026, 1, 28, 23, 59).toISOString()),
        at(new Date(2026, 1, 27).toISOString()),
        at(new Date(2026, 1, 2).toISOString()),
        at(new Date(2025, 1, 2).toISOString()),
      ],
      now,
    );
    expect(groups.map(({ key, items }) => [key, items.length])).toEqual([
      ['upcoming', 1],
      ['today', 1],
      ['yesterday', 1],
      ['2026-02-01', 2],
      ['2025-02-01', 1],
    ]);
  });

  it('is empty without items', () => {
    expect(groupByDay([], now)).toEqual([]);
  });
});
