import type { Random } from './random.js';

const hour = 3_600_000;
export const day = 24 * hour;

/** Finnish time is two hours ahead of UTC, three from the last Sunday of March to that of October. */
function helsinkiOffset(at: number): number {
  const year = new Date(at).getUTCFullYear();
  const lastSunday = (month: number) => {
    const end = new Date(Date.UTC(year, month + 1, 0, 1));
    return end.getTime() - end.getUTCDay() * day;
  };
  return at >= lastSunday(2) && at < lastSunday(9) ? 3 * hour : 2 * hour;
}

/** Midnight in Finland that began the instant's day. */
export function startOfDay(at: number): number {
  const offset = helsinkiOffset(at);
  return Math.floor((at + offset) / day) * day - offset;
}

/** The instant's calendar day in Finland, `YYYY-MM-DD`. */
export const dayOf = (at: number): string => new Date(at + helsinkiOffset(at)).toISOString().slice(0, 10);

/** Day, month (0–11) and weekday (0 is Sunday) in Finland. */
export function partsOf(at: number): { day: number; month: number; weekday: number } {
  const local = new Date(at + helsinkiOffset(at));
  return { day: local.getUTCDate(), month: local.getUTCMonth(), weekday: local.getUTCDay() };
}

/** A minute of office hours (7.30 to 16.30) on that day, or on the Monday after when it falls on a weekend. */
export function inOfficeHours(random: Random, at: number): number {
  const { weekday } = partsOf(at);
  const shift = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  const morning = startOfDay(at + shift * day) + 7.5 * hour;
  return Math.floor((morning + random.next() * 9 * hour) / 60_000) * 60_000;
}

/** 17.00 on the last working day before the instant's day. */
export function closingTimeBefore(at: number): number {
  const midnight = startOfDay(at);
  const { weekday } = partsOf(midnight);
  const back = weekday === 1 ? 3 : weekday === 0 ? 2 : 1;
  return startOfDay(midnight - back * day + 12 * hour) + 17 * hour;
}

/**
 * When the contacts of one thread were: in order, in office hours, a few days between them, closer together where
 * the end is near.
 */
export function timesFrom(
  random: Random,
  thread: { start: number; count: number; until: number; since: number },
): number[] {
  const { start, count, until, since } = thread;
  const times: number[] = [];
  let at = Math.max(since, Math.min(start, until - count * 2 * day));
  for (let left = count; left > 0; left--) {
    const previous = times.at(-1) ?? since - 60_000;
    const wanted = Math.min(inOfficeHours(random, at), until - left * 11 * 60_000);
    const when = Math.max(wanted, previous + random.int(1, 10) * 60_000);
    times.push(when);
    at = when + Math.min(random.int(1, 8) * day, Math.max(0, until - when) / left);
  }
  return times;
}

/** A minute of today before `now`: of office hours once they have begun. */
export function earlierToday(random: Random, now: number): number {
  const morning = startOfDay(now) + 7.5 * hour;
  const from = now > morning + 0.5 * hour ? morning : startOfDay(now);
  const until = Math.max(from, Math.min(now - 5 * 60_000, startOfDay(now) + 17 * hour));
  return Math.floor((from + random.next() * (until - from)) / 60_000) * 60_000;
}
