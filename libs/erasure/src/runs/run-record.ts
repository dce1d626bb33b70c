import type { Reader } from '@seloste/platform';
import type { ErasureGround } from '../erasure.entity.js';
import type { itemActions, outcomes } from './retention-run-item.entity.js';

/** How many of a rule, or of those who go for another reason, ended how. */
export interface RunCount {
  subjectType: string;
  ruleKey: string | null;
  ground: ErasureGround;
  action: (typeof itemActions)[number];
  outcome: (typeof outcomes)[number];
  count: number;
}

/** What became of the people of a run, and of the things, by rule. */
export interface RunCounts {
  people: Record<(typeof outcomes)[number], number>;
  /** Parts of people who stay. */
  parts: Record<(typeof outcomes)[number], number>;
  rules: RunCount[];
}

const counted = `
  SELECT subject_type AS "subjectType", rule_key AS "ruleKey", ground, action, outcome, sum(counted)::int AS count
  FROM retention_run_items WHERE run_id = $1 GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`;

/** What the items say at the moment. */
export async function countsOf(reader: Reader, runId: string): Promise<RunCounts> {
  const rules = await reader.read<RunCount & Record<string, unknown>>(counted, [runId]);
  const none = { pending: 0, done: 0, held: 0, waiting: 0, failed: 0, left: 0 };
  const [people, parts] = [{ ...none }, { ...none }];
  for (const { subjectType, action, outcome, count } of rules)
    if (subjectType === 'contact') (action === 'narrow' ? parts : people)[outcome] += count;
  return { people, parts, rules };
}
