import fc from 'fast-check';
import { addPeriod, isPeriod, isWithin } from './periods.js';

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2120-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a period', () => {
  it.each([
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2028-01-31', 'P1M', '2028-02-29'],
    ['2028-02-29', 'P12M', '2029-02-28'],
    ['2028-02-29', 'P1Y', '2029-02-28'],
    ['2028-02-29', 'P4Y', '2032-02-29'],
    ['2026-03-31', 'P18M', '2027-09-30'],
    ['2026-12-31', 'P1D', '2027-01-01'],
    ['2026-02-28', 'P1D', '2026-03-01'],
    ['2026-01-31', 'P1M1D', '2026-03-01'],
    ['2026-11-23', 'P0D', '2026-11-23'],
    ['2026-11-23', 'P2W', '2026-12-07'],
    ['2026-10-24', 'P1D', '2026-10-25'],
    ['2026-10-25', 'P1D', '2026-10-26'],
    ['2027-03-27', 'P1D', '2027-03-28'],
    ['2027-03-28', 'P1D', '2027-03-29'],
  ])(
    'counts from %s by the calendar: %s later is %s, leap days and clock changes or not',
    (day, period, sum) => {
      expect(addPeriod(day, period)).toBe(sum);
    },
  );

  it('of months ends in the month that it names, on the same day or its last', () => {
    fc.assert(
      fc.property(days, fc.nat({ max: 400 }), (day, months) => {
        const sum = addPeriod(day, `P${months}M`);
        const [year, month, date] = day.split('-').map(Number) as [number, number, number];
        const [sumYear, sumMonth, sumDate] = sum.split('-').map(Number) as [number, number, number];
        expect(sumYear * 12 + sumMonth).toBe(year * 12 + month + months);
        if (sumDate !== date) {
          expect(sumDate).toBeLessThan(date);
          expect(addPeriod(sum, 'P1D').slice(5, 7)).not.toBe(sum.slice(5, 7));
        }
      }),
    );
  });

  it('of days is as long as its days, and of years as of twelve months each', () => {
    fc.assert(
      fc.property(days, fc.nat({ max: 3_000 }), fc.nat({ max: 30 }), (day, count, years) => {
        expect((Date.parse(addPeriod(day, `P${count}D`)) - Date.parse(day)) / 86_400_000).toBe(count);
        expect(addPeriod(day, `P${years}Y`)).toBe(addPeriod(day, `P${12 * years}M`));
      }),
    );
  });

  it('that begins later never ends earlier', () => {
    fc.assert(
      fc.property(days, fc.nat({ max: 60 }), fc.nat({ max: 60 }), (day, months, count) => {
        const period = `P${months}M${count}D`;
        expect(addPeriod(day, period) <= addPeriod(addPeriod(day, 'P1D'), period)).toBe(true);
      }),
    );
  });

  it.each(['', 'P', 'P1', '12M', 'PT12H', 'P1.5M', 'P-1M', 'P12M ', 'P1D1M', 'p12m'])('is not %j', (text) => {
    expect(isPeriod(text)).toBe(false);
    expect(() => addPeriod('2026-11-23', text)).toThrow(RangeError);
  });

  it('is compared as the database does: twelve months are a year, and a month thirty days', () => {
    expect(isWithin('P1Y', 'P12M')).toBe(true);
    expect(isWithin('P18M', 'P18M')).toBe(true);
    expect(isWithin('P18M1D', 'P18M')).toBe(false);
    expect(isWithin('P540D', 'P18M')).toBe(true);
    expect(isWithin('P541D', 'P18M')).toBe(false);
  });
});
