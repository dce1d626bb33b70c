import { weekOf } from './weekly-round.js';

describe('the week of a moment, where the controller is', () => {
  it.each<[string, string, string, boolean]>([
    ['2026-11-23T04:59:59Z', 'Europe/Helsinki', '2026-11-23', false], // Monday 6:59:59
    ['2026-11-23T05:00:00Z', 'Europe/Helsinki', '2026-11-23', true], // Monday 7:00
    ['2026-07-06T03:59:59Z', 'Europe/Helsinki', '2026-07-06', false], // the same in summer
    ['2026-07-06T04:00:00Z', 'Europe/Helsinki', '2026-07-06', true],
    ['2026-11-22T21:59:00Z', 'Europe/Helsinki', '2026-11-16', true], // Sunday 23:59
    ['2026-11-22T22:00:00Z', 'Europe/Helsinki', '2026-11-23', false], // Monday 0:00
    ['2026-11-25T01:00:00Z', 'Europe/Helsinki', '2026-11-23', true], // Wednesday, before seven
    ['2027-01-01T12:00:00Z', 'Europe/Helsinki', '2026-12-28', true],
    ['2026-11-23T05:00:00Z', 'America/New_York', '2026-11-23', false], // still night there
  ])('%s in %s is of the week of %s; its letters are due: %s', (at, zone, week, isTime) => {
    expect(weekOf(new Date(at), zone)).toEqual({ week, isTime });
  });
});
