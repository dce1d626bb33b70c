/** A period of calendar time; each part is added as the calendar counts it. */
export interface Period {
  years: number;
  months: number;
  weeks: number;
  days: number;
}

const iso = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;

/** Is this an ISO 8601 period of calendar days, such as `P12M` or `P30D`? Hours and minutes are none. */
export const isPeriod = (text: string): boolean => iso.test(text);

/** @throws RangeError for anything but {@link isPeriod} */
export function periodOf(text: string): Period {
  const parts = iso.exec(text)?.slice(1);
  if (parts === undefined) throw new RangeError('not an ISO 8601 period of calendar days');
  const [years = 0, months = 0, weeks = 0, days = 0] = parts.map((part = '0') => Number(part));
  return { years, months, weeks, days };
}

/**
 * The calendar day a period after a day (both days `YYYY-MM-DD`), as periods of the law are counted: years and months
 * first, to the same day of that month or to its last one (31.1. + P1M = 28.2.; 29.2. + P12M = 28.2.), then weeks and
 * days. The database adds in the same way.
 * @throws RangeError for what is no {@link isPeriod}
 */
export function addPeriod(day: string, period: string): string {
  const { years, months, weeks, days } = periodOf(period);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const inMonth = month - 1 + 12 * years + months;
  const lastDate = new Date(Date.UTC(year, inMonth + 1, 0)).getUTCDate();
  const sum = new Date(Date.UTC(year, inMonth, Math.min(date, lastDate) + 7 * weeks + days));
  return sum.toISOString().slice(0, 10);
}

/** Is `period` at most as long as `longest`? Of years, months and days apart, as the database compares them. */
export function isWithin(period: string, longest: string): boolean {
  return lengthOf(period) <= lengthOf(longest);
}

function lengthOf(text: string): number {
  const { years, months, weeks, days } = periodOf(text);
  return 30 * (12 * years + months) + 7 * weeks + days;
}
