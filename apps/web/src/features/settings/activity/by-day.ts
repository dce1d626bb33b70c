interface Dated {
  occurredAt: string;
}

/** The local day of an instant, `YYYY-MM-DD`. */
function dayOf(instant: string): string {
  const date = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Events under their local days, in the order in which they come. */
export function byDay<Event extends Dated>(events: Event[]): { day: string; items: Event[] }[] {
  const days: { day: string; items: Event[] }[] = [];
  for (const event of events) {
    const day = dayOf(event.occurredAt);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(event);
    else days.push({ day, items: [event] });
  }
  return days;
}
