import { addMonths } from './calendar.js';

describe('addMonths', () => {
  it.each([
    ['2026-03-14', 12, '2027-03-14'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-11-23', 18, '2028-05-23'],
  ])('%s and %i months is %s', (day, months, later) => expect(addMonths(day, months)).toBe(later));
});
