import { dayToPurge, nextRunAt } from './nightly.js';

const zone = 'Europe/Helsinki';

describe('the night of a purge', () => {
  it.each([
    ['2026-11-23T21:59:00Z', '2026-11-23'], // 23.59
    ['2026-11-23T22:30:00Z', null], // half past midnight
    ['2026-11-24T01:07:00Z', '2026-11-24'], // 03.07
    ['2026-11-24T20:07:00Z', '2026-11-24'], // a machine that was off at night makes up for it
    ['2026-03-29T00:07:00Z', null], // 02.07 of the night without a third hour
    ['2026-03-29T01:07:00Z', '2026-03-29'], // 04.07, three hours into the day
    ['2026-10-25T00:07:00Z', '2026-10-25'], // 03.07 for the first time
    ['2026-10-25T01:07:00Z', '2026-10-25'], // 03.07 for the second time
  ])('at %s is that of %s', (at, day) => {
    expect(dayToPurge(new Date(at), zone)).toBe(day);
  });

  it('comes once a day, on the nights when clocks are put forward and back as well', () => {
    for (const day of ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2028-02-28', '2028-02-29']) {
      const at = nextRunAt(new Date(`${day}T12:00:00Z`), zone, day);
      const next = new Date(`${day}T00:00:00Z`);
      next.setUTCDate(next.getUTCDate() + 1);
      expect(dayToPurge(at, zone)).toBe(next.toISOString().slice(0, 10));
    }
  });

  it('is now, by the next tick, where the day has had none', () => {
    expect(nextRunAt(new Date('2026-11-24T10:30:00Z'), zone, '2026-11-23').toISOString()).toBe(
      '2026-11-24T11:07:00.000Z',
    );
  });
});
