import { mondayOf, weekNumber, weeksAhead } from './weeks.js';

describe('the weeks ahead', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
  ])('%s is in the week of %s', (date, monday) => expect(mondayOf(date)).toBe(monday));

  it.each([
    ['2026-11-23', 48],
    ['2026-12-28', 53],
    ['2027-01-04', 1],
    ['2024-12-30', 1],
  ])('the week of %s has the number %d', (monday, number) => expect(weekNumber(monday)).toBe(number));

  it('has every week of ninety days, those with nobody as well', () => {
    const weeks = weeksAhead([{ week: '2026-12-07', count: 4 }], '2026-11-25', 90);
    expect(weeks).toHaveLength(14);
    expect(weeks[0]).toEqual({ week: '2026-11-23', number: 48, count: 0 });
    expect(weeks[2]).toEqual({ week: '2026-12-07', number: 50, count: 4 });
    expect(weeks.at(-1)?.week).toBe('2027-02-22');
  });

  it('does not lose an hour when the clocks are changed', () => {
    const weeks = weeksAhead([{ week: '2027-03-29', count: 1 }], '2027-03-20', 30);
    expect(weeks.map(({ week }) => week)).toContain('2027-03-29');
    expect(weeks.reduce((sum, { count }) => sum + count, 0)).toBe(1);
  });
});
