import { calendarDay } from '@seloste/kernel';

const hour = 60 * 60 * 1000;

/** At which minute of every hour it is seen whether the day's run is still to come. */
export const tickMinute = 7;

/** A day's run begins when so much of the day is over, so that a day without a third hour has one as well. */
const dayBegun = 3 * hour;

/** The day whose run may begin at an instant, in the controller's zone; null in the first hours of a day. */
export function dayToPurge(at: Date, timeZone: string): string | null {
  const today = calendarDay(at, timeZone);
  return calendarDay(new Date(at.getTime() - dayBegun), timeZone) === today ? today : null;
}

/** When the next run begins, the last one having been for the day `last`: with the first tick of a day after it. */
export function nextRunAt(now: Date, timeZone: string, last: string | null): Date {
  const tick = new Date(now);
  tick.setUTCMinutes(tickMinute, 0, 0);
  if (tick <= now) tick.setTime(tick.getTime() + hour);
  for (; ; tick.setTime(tick.getTime() + hour)) {
    const day = dayToPurge(tick, timeZone);
    if (day !== null && (last === null || day > last)) return tick;
  }
}
