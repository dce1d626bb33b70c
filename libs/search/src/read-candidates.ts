import type { Reader } from '@seloste/platform';
import { mostLatestRows, type Step } from './plan-steps.js';
import type { Reach } from './reach.js';
import type { SearchKind } from './search-kind.js';

/** An entry that matches. The lowest tier is the best; within one, who was active last comes first. */
export interface Candidate {
  kind: SearchKind;
  id: string;
  tier: number;
  activeAt: string;
}

/** Runs the steps in one statement; each gives its `limit` best. Archived records are left out. */
export async function readCandidates(
  reader: Reader,
  reach: Reach,
  steps: Step[],
  limit: number,
): Promise<Candidate[]> {
  if (steps.length === 0) return [];
  const { sql, parameters } = statement(reach, steps, limit);
  const rows = await reader.read<Candidate>(sql, parameters);
  const best = new Map<string, Candidate>();
  for (const row of rows.toSorted(byRank)) if (!best.has(row.id)) best.set(row.id, row);
  return [...best.values()];
}

/** PostgreSQL's plan for the steps, as text: for the tests that keep whole tables from being read. */
export async function explainCandidates(
  reader: Reader,
  reach: Reach,
  steps: Step[],
  limit: number,
): Promise<string> {
  if (steps.length === 0) return '';
  const { sql, parameters } = statement(reach, steps, limit);
  const rows = await reader.read<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, parameters);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

function statement(reach: Reach, steps: Step[], limit: number): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [limit];
  return {
    sql: steps.map((step) => `(${stepSql(reach, step, parameters)})`).join(' UNION ALL '),
    parameters,
  };
}

/** Best tier first, then the latest. */
export const byRank = (a: Candidate, b: Candidate): number =>
  a.tier - b.tier || compare(b.activeAt, a.activeAt) || compare(b.id, a.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function stepSql(reach: Reach, step: Step, parameters: unknown[]): string {
  const add = (value: unknown, type: string) => `$${parameters.push(value)}::${type}`;
  const tiers = step.tiers.map((tier, i) => `WHEN words @@ ${add(tier, 'tsquery')} THEN ${i}`).join(' ');
  // As text, so that the application can rank what several steps gave; who was never active (-infinity) comes last.
  return `SELECT '${step.kind}' AS kind, ref_id AS id, tier, coalesce(to_char(active_at, 'YYYYMMDDHH24MISS'), '') AS "activeAt"
    FROM (SELECT ref_id, active_at, CASE ${tiers} ELSE ${step.tiers.length} END AS tier FROM (${sourceSql(step, add, withinReach(reach, step, parameters))}) AS found) AS ranked
    ORDER BY tier, active_at DESC, ref_id DESC LIMIT $1`;
}

/** What else has to hold of a match in the step; empty for somebody who may find everything. */
function withinReach(reach: Reach, { kind, named }: Step, parameters: unknown[]): string {
  const record = reach.record(kind, 'ref_id', parameters);
  const anyWord = reach.anyWord(kind, 'ref_id', parameters);
  const conditions = record === null ? '' : ` AND ${record}`;
  if (anyWord === null) return conditions;
  const inName = named === null ? 'false' : `ts_match_vq(words, $${parameters.push(named)}::tsquery)`;
  return `${conditions} AND (${inName} OR ${anyWord})`;
}

function sourceSql(step: Step, add: (value: unknown, type: string) => string, within: string): string {
  const live = `FROM search_entries WHERE kind = '${step.kind}' AND NOT archived`;
  if (step.source === 'recent')
    return `SELECT * FROM (SELECT ref_id, active_at, words ${live} ORDER BY active_at DESC, ref_id DESC LIMIT ${add(within === '' ? step.rows : mostLatestRows, 'int')}) AS latest
      WHERE words @@ ${add(step.match, 'tsquery')}${within}`;
  // The function form of @@ keeps the planner from asking the index for the common words as well.
  const rest = step.fetch === step.match ? '' : ` AND ts_match_vq(words, ${add(step.match, 'tsquery')})`;
  return `SELECT ref_id, active_at, words ${live} AND words @@ ${add(step.fetch, 'tsquery')}${rest}${within} LIMIT ${add(step.rows, 'int')}`;
}
