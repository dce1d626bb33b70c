import { groundsOf, lastDayOf, type DrawnPerson, type Periods } from './reckon.js';

/** Of each ground, the categories that it needs; none: everything. */
export type Needs = Record<string, string[]>;

const canGo = ['communication', 'contact_details', 'preferences', 'work_role'];
const never = '9999-12-31';

/**
 * The day from which no ground needs a category, by category: of those that go before their person does. Reckoned in
 * the plainest way from everything that is known of them.
 */
export function reckonParts(
  person: DrawnPerson,
  { periods, needs }: { periods: Periods; needs: Needs },
): Record<string, { dueOn: string; ground: string | null }> {
  const { grounds, refusedOn, lapsedOn } = groundsOf(person);
  const kept = grounds.map((ground) => ({ ...ground, until: lastDayOf(ground, periods) ?? never }));
  const wholeUntil = latest(kept.map(({ until }) => until));
  const lastWord = latest([...kept.map(({ startedOn }) => startedOn), refusedOn ?? '', lapsedOn ?? '']);
  const parts: Record<string, { dueOn: string; ground: string | null }> = {};
  for (const category of canGo) {
    const needing = kept.filter(({ ground }) => {
      const needed = needs[ground] ?? [];
      return needed.length === 0 || needed.includes(category);
    });
    const dueOn = needing.length === 0 ? lastWord : latest(needing.map(({ until }) => until));
    const first = needing.find(({ until }) => until === dueOn);
    if (kept.length > 0 && dueOn < wholeUntil) parts[category] = { dueOn, ground: first?.ground ?? null };
  }
  return parts;
}

const latest = (days: string[]): string => [...days].sort().at(-1) ?? '';
