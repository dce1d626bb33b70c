/** A period with one unit, as a form asks for it. */
export interface Amount {
  count: number;
  unit: Unit;
}
export const units = ['D', 'M', 'Y'] as const;
export type Unit = (typeof units)[number];

const iso = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

/** Years, months and days of an ISO 8601 period; weeks are days. */
export function partsOf(period: string): { years: number; months: number; days: number } {
  const [years = 0, months = 0, weeks = 0, days = 0] = (iso.exec(period)?.slice(1) ?? []).map((part = '0') =>
    Number(part),
  );
  return { years, months, days: 7 * weeks + days };
}

/** `P12M` → 12 months; what mixes units is told in the smallest of them. */
export function amountOf(period: string): Amount {
  const { years, months, days } = partsOf(period);
  if (days > 0 && years === 0 && months === 0) return { count: days, unit: 'D' };
  if (days > 0) return { count: 30 * (12 * years + months) + days, unit: 'D' };
  if (months > 0) return { count: 12 * years + months, unit: 'M' };
  return years > 0 ? { count: years, unit: 'Y' } : { count: 0, unit: 'D' };
}

export const periodOf = ({ count, unit }: Amount): string => `P${count}${unit}`;

/** Is it no time at all? */
export const isAtOnce = (period: string): boolean => amountOf(period).count === 0;

/** Is `period` at most as long as `longest`? Counted as the server does: a month has thirty days. */
export function isWithin(period: string, longest: string | null): boolean {
  return longest === null || daysOf(period) <= daysOf(longest);
}

function daysOf(period: string): number {
  const { years, months, days } = partsOf(period);
  return 30 * (12 * years + months) + days;
}
