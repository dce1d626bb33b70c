/** An instant → the value of a datetime-local input (`2026-03-02T09:05`), in the reader's time zone. */
export function toLocalInput(instant: string): string {
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Today as YYYY-MM-DD in the reader's time zone. */
export function today(now = new Date()): string {
  return toLocalInput(now.toISOString()).slice(0, 10);
}

/** The instant moved to another day (YYYY-MM-DD), at the same time of that day. */
export function atDate(instant: string, day: string): string {
  const time = toLocalInput(instant).slice(11);
  return new Date(`${day}T${time}:00`).toISOString();
}

/** The instant moved to another time of its day, typed as 9, 930, 9.30 or 9:30; null when that is no time. */
export function atTime(instant: string, typed: string): string | null {
  const match = /^\s*(\d{1,2})(?:[.:]?(\d{2}))?\s*$/.exec(typed);
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
  if (!match || hours > 23 || minutes > 59) return null;
  const date = new Date(instant);
  date.setHours(hours, minutes, 0, 0);
  return date.toISOString();
}
