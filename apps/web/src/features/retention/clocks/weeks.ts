const day = 86_400_000;

/** A week of the strip; `week` is its Monday, `number` as ISO 8601 counts weeks. */
export interface Week {
  week: string;
  number: number;
  count: number;
}

const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The Monday of the week that a day (`YYYY-MM-DD`) is in. */
export function mondayOf(date: string): string {
  const time = Date.parse(date);
  return toDay(time - ((new Date(time).getUTCDay() + 6) % 7) * day);
}

/** The number of the week with this Monday: the week with the year's first Thursday is the first. */
export function weekNumber(monday: string): number {
  const thursday = Date.parse(monday) + 3 * day;
  const firstDay = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return 1 + Math.floor((thursday - firstDay) / (7 * day));
}

/** Every week from today to so many days ahead, those in which nobody goes as well. */
export function weeksAhead(
  counted: readonly { week: string; count: number }[],
  today: string,
  days: number,
): Week[] {
  const counts = new Map(counted.map(({ week, count }) => [mondayOf(week), count]));
  const last = Date.parse(today) + days * day;
  const weeks: Week[] = [];
  for (let time = Date.parse(mondayOf(today)); time <= last; time += 7 * day) {
    const week = toDay(time);
    weeks.push({ week, number: weekNumber(week), count: counts.get(week) ?? 0 });
  }
  return weeks;
}
