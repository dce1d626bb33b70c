/** A run of neighbours that share a heading. */
export type DayGroup<T> = { key: 'upcoming' | 'today' | 'yesterday' | (string & {}); items: T[] };

const dayOf = (date: Date) =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

/**
 * Newest-first items → upcoming, today, yesterday, then one group per month (key `YYYY-MM-01`), in the reader's own time zone.
 * Neighbours only: the order of the items is never changed.
 */
export function groupByDay<T extends { occurredAt: string }>(items: T[], now: Date): DayGroup<T>[] {
  const today = dayOf(now);
  const yesterday = dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1));
  const groups: DayGroup<T>[] = [];
  for (const item of items) {
    const day = dayOf(new Date(item.occurredAt));
    const key =
      day > today
        ? 'upcoming'
        : day === today
          ? 'today'
          : day === yesterday
            ? 'yesterday'
            : `${day.slice(0, 7)}-01`;
    const last = groups.at(-1);
    if (last?.key === key) last.items.push(item);
    else groups.push({ key, items: [item] });
  }
  return groups;
}
