import { calendarMonths } from './calendar.js';
import { currentLanguage } from './index.js';

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;
const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>();

function cached<T extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: (locale: string) => T,
): T {
  const locale = locales[currentLanguage()];
  const full = `${locale}:${key}`;
  const found = cache.get(full) ?? make(locale);
  cache.set(full, found);
  return found as T;
}

/** 1 234 as the locale writes it. */
export function formatNumber(value: number): string {
  return cached('n', (l) => new Intl.NumberFormat(l)).format(value);
}

/** A date (`YYYY-MM-DD` or an instant) in short form: 14.3.2026. */
export function formatDate(value: string | Date): string {
  return cached('d', (l) => new Intl.DateTimeFormat(l, { dateStyle: 'short' })).format(asDate(value));
}

/** A weekday and a date without the year: torstai 14. maaliskuuta. */
export function formatDay(value: string | Date): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return cached('w', (l) => new Intl.DateTimeFormat(l, options)).format(asDate(value));
}

/** Month and year: maaliskuu 2026. */
export function formatMonth(value: string | Date): string {
  return cached('m', (l) => new Intl.DateTimeFormat(l, { month: 'long', year: 'numeric' })).format(
    asDate(value),
  );
}

/** Hours and minutes: 14.05. */
export function formatTime(value: string | Date): string {
  return cached('t', (l) => new Intl.DateTimeFormat(l, { timeStyle: 'short' })).format(asDate(value));
}

/** Date and time: 14.3.2026 klo 14.05. */
export function formatDateTime(value: string | Date): string {
  const options = { dateStyle: 'short', timeStyle: 'short' } as const;
  return cached('dt', (l) => new Intl.DateTimeFormat(l, options)).format(asDate(value));
}

/** "3 päivää sitten", "huomenna"; days and months are counted by the calendar, not by hours. */
export function formatRelative(value: string | Date, now = new Date()): string {
  const date = asDate(value);
  const seconds = (date.getTime() - now.getTime()) / 1000;
  const days = calendarDays(date, now);
  const format = cached('r', (l) => new Intl.RelativeTimeFormat(l, { numeric: 'auto' }));
  if (Math.abs(seconds) < 45) return format.format(0, 'second');
  if (days === 0) {
    const [unit, size] = Math.abs(seconds) < 3600 ? (['minute', 60] as const) : (['hour', 3600] as const);
    return format.format(Math.round(seconds / size) || Math.sign(seconds), unit);
  }
  if (Math.abs(days) < 7) return format.format(days, 'day');
  const months = calendarMonths(date, now);
  if (Math.abs(months) >= 24) return format.format(Math.trunc(months / 12), 'year');
  if (months !== 0) return format.format(months, 'month');
  return format.format(Math.trunc(days / 7), 'week');
}

/** Whole calendar days from `now` to `date` in local time; negative in the past. */
export function calendarDays(date: Date, now = new Date()): number {
  const day = (d: Date) => Date.UTC(d.getFullYear(), d.getMonth(), d.getDate());
  return Math.round((day(date) - day(now)) / 86_400_000);
}

/** A plain date is local midnight, not UTC's, so that it never shows as the day before. */
function asDate(value: string | Date): Date {
  if (value instanceof Date) return value;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00`) : new Date(value);
}
