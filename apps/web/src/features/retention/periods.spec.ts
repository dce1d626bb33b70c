import { amountOf, isAtOnce, isWithin, periodOf } from './periods.js';

describe('periods', () => {
  it.each([
    ['P12M', { count: 12, unit: 'M' }],
    ['P30D', { count: 30, unit: 'D' }],
    ['P2W', { count: 14, unit: 'D' }],
    ['P6Y', { count: 6, unit: 'Y' }],
    ['P1Y6M', { count: 18, unit: 'M' }],
    ['P0D', { count: 0, unit: 'D' }],
  ] as const)('reads %s with one unit', (period, amount) => expect(amountOf(period)).toEqual(amount));

  it('writes what it reads', () => expect(periodOf(amountOf('P18M'))).toBe('P18M'));

  it.each(['P0D', 'P0M'])('knows that %s is no time at all', (period) => expect(isAtOnce(period)).toBe(true));

  it('holds a period to the longest one that may be chosen, by the same count as the server', () => {
    expect(isWithin('P36M', 'P36M')).toBe(true);
    expect(isWithin('P3Y', 'P36M')).toBe(true);
    expect(isWithin('P37M', 'P36M')).toBe(false);
    expect(isWithin('P18M1D', 'P18M')).toBe(false);
    expect(isWithin('P50Y', null)).toBe(true);
  });
});
