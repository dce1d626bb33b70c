import { byRule, itemsBy, partsBy, tookText } from './outcomes.js';

const people = { pending: 0, done: 3, held: 1, waiting: 0, failed: 1, left: 0 };
const of = (
  subjectType: string,
  ruleKey: string | null,
  outcome: 'done' | 'held' | 'failed',
  count: number,
) => ({
  ...{ subjectType, ruleKey, outcome, count },
  ground: ruleKey === null ? ('request' as const) : ('retention' as const),
  action: 'erase' as const,
});
const counts = {
  people,
  parts: null,
  rules: [
    of('imports', 'imports', 'done', 120),
    of('contact', 'former_customers', 'done', 2),
    of('contact', 'former_customers', 'failed', 1),
    of('contact', null, 'done', 1),
    of('contact', 'prospects', 'held', 1),
  ],
};

describe('what a run did', () => {
  it('counts the entries of its list: people, and the rules about things that failed', () => {
    expect(itemsBy({ counts })).toEqual({ failed: 1, waiting: 0, held: 1, pending: 0, done: 3, left: 0 });
  });

  it('counts parts of people who stay among the entries, and not among the people', () => {
    const part = { ...of('contact', 'prospects', 'done', 5), action: 'narrow' };
    const run = { counts: { ...counts, rules: [...counts.rules, part] as typeof counts.rules } };
    expect(partsBy(run, 'done')).toBe(5);
    expect(itemsBy(run).done).toBe(8);
  });

  it('has a row for each rule, people first, and one for those who go for another reason', () => {
    const rows = byRule({ counts });
    expect(rows.map(({ ruleKey, ground, counts: by }) => [ruleKey ?? ground, by])).toEqual([
      ['former_customers', { done: 2, failed: 1 }],
      ['prospects', { held: 1 }],
      ['request', { done: 1 }],
      ['imports', { done: 120 }],
    ]);
  });

  it.each([
    [400, '< 1 s'],
    [5_000, '5 s'],
    [125_000, '2 min 5 s'],
    [3_900_000, '1 h 5 min'],
  ])('tells %d milliseconds as %s', (milliseconds, text) => expect(tookText(milliseconds)).toBe(text));
});
