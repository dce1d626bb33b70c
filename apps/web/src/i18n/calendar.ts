/** Whole calendar months from `now` to `date` in local time: one is full on its day of the month, or on its last. */
export function calendarMonths(date: Date, now: Date): number {
  const [earlier, later] = date < now ? [date, now] : [now, date];
  const months = (later.getFullYear() - earlier.getFullYear()) * 12 + later.getMonth() - earlier.getMonth();
  const lastDay = new Date(later.getFullYear(), later.getMonth() + 1, 0).getDate();
  const isFull = later.getDate() >= Math.min(earlier.getDate(), lastDay);
  return (isFull ? months : months - 1) * (date < now ? -1 : 1);
}
