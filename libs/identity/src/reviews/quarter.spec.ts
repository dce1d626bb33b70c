import { quarterOf } from './quarter.js';

describe('the quarter', () => {
  it.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-09-30', '2026-Q3'],
    ['2026-11-23', '2026-Q4'],
    ['2026-12-31', '2026-Q4'],
  ])('of %s is %s', (day, quarter) => expect(quarterOf(day)).toBe(quarter));
});
