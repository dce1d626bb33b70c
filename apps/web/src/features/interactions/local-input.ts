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
