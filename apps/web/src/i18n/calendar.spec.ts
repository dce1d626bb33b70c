import { calendarMonths } from './calendar.js';

const day = (text: string) => new Date(`${text}T00:00:00`);

describe('calendarMonths', () => {
  it.each([
    ['2027-11-23', '2026-11-23', 12],
    ['2027-11-22', '2026-11-23', 11],
    ['2025-11-23', '2026-11-23', -12],
    ['2026-12-22', '2026-11-23', 0],
    ['2026-02-28', '2026-01-31', 1],
    ['2026-10-24', '2026-11-23', 0],
  ])('reaches %s from %s in %i', (date, now, months) => {
    expect(calendarMonths(day(date), day(now)) + 0).toBe(months);
  });

  it('does not ask what time of the day it is', () => {
    expect(calendarMonths(day('2027-11-23'), new Date('2026-11-23T15:30:00'))).toBe(12);
  });
});
