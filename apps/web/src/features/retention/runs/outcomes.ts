import type { Outcome, Run, RunItem } from '../model.js';

/** How it can end, what somebody has to look at first. */
export const outcomes = ['failed', 'waiting', 'held', 'pending', 'done', 'left'] as const satisfies Outcome[];

/** Is it about somebody who stays, of whom a part goes? */
const isPart = ({ action }: Pick<RunItem, 'action'>): boolean => action === 'narrow';

/** How many parts of people who stay ended so. */
export const partsBy = ({ counts: { rules } }: Pick<Run, 'counts'>, outcome: Outcome): number =>
  rules.filter((one) => isPart(one) && one.outcome === outcome).reduce((sum, { count }) => sum + count, 0);

/** Is it a rule about things that went as it should? How many they are is told by rule already. */
const isPlain = (subjectType: string, outcome: Outcome): boolean =>
  subjectType !== 'contact' && outcome !== 'failed';

/** What a run's list shows of its entries, the first to go first. */
export const listed = (items: readonly RunItem[]): RunItem[] =>
  items
    .filter(({ subjectType, outcome }) => !isPlain(subjectType, outcome))
    .toSorted(
      (a, b) =>
        (a.dueOn ?? '').localeCompare(b.dueOn ?? '') ||
        (a.subject?.name ?? '').localeCompare(b.subject?.name ?? ''),
    );

/** How many entries the list of a run has by how they ended: a person or a part of one each, and a rule that failed. */
export function itemsBy({ counts }: Pick<Run, 'counts'>): Record<Outcome, number> {
  const { people, rules } = counts;
  const ofThings = (outcome: Outcome) =>
    rules.filter(
      ({ subjectType, outcome: ended }) =>
        subjectType !== 'contact' && ended === outcome && !isPlain(subjectType, ended),
    ).length;
  const counted = (outcome: Outcome) => people[outcome] + partsBy({ counts }, outcome) + ofThings(outcome);
  return {
    failed: counted('failed'),
    waiting: counted('waiting'),
    held: counted('held'),
    pending: counted('pending'),
    done: counted('done'),
    left: counted('left'),
  };
}

/** What a run did by one rule; of people who go for another reason, by that. */
export interface RuleResult {
  key: string;
  /** The rule's; null: the people went for another reason than a rule. */
  ruleKey: string | null;
  ground: string;
  action: string;
  isPeople: boolean;
  counts: Partial<Record<Outcome, number>>;
}

/** A row for each rule, with how many ended how; people first. */
export function byRule({ counts: { rules } }: Pick<Run, 'counts'>): RuleResult[] {
  const results = new Map<string, RuleResult>();
  for (const { subjectType, ruleKey, ground, action, outcome, count } of rules) {
    const key = `${subjectType} ${ruleKey ?? ground} ${action}`;
    const isPeople = subjectType === 'contact';
    const result = results.get(key) ?? { key, ruleKey, ground, action, isPeople, counts: {} };
    result.counts[outcome] = (result.counts[outcome] ?? 0) + count;
    results.set(key, result);
  }
  return [...results.values()].toSorted(
    (a, b) => Number(b.isPeople) - Number(a.isPeople) || a.key.localeCompare(b.key),
  );
}

/** "2 min 5 s"; short of a second, less than one. */
export function tookText(milliseconds: number): string {
  if (milliseconds < 1_000) return '< 1 s';
  const seconds = Math.round(milliseconds / 1_000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return [hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`, rest > 0 && hours === 0 && `${rest} s`]
    .filter(Boolean)
    .join(' ');
}
