import type { EntityManager } from 'typeorm';
import type { ErasureStatus } from '../erasure.entity.js';
import type { RetentionRun } from './retention-run.entity.js';
import type { outcomes } from './retention-run-item.entity.js';

/** How many people a run has in hand between two looks everywhere. */
export const batchSize = 50;

/** What became of an item. `pending`: the look everywhere is still to come. */
export interface Ending {
  outcome: (typeof outcomes)[number];
  code?: string;
  erasureId?: string;
}

/** How the person's erasure ended, or where it stands. */
export const endings: Record<ErasureStatus, Ending> = {
  complete: { outcome: 'done' },
  held: { outcome: 'held', code: 'hold' },
  planned: { outcome: 'waiting', code: 'planned' },
  in_grace: { outcome: 'waiting', code: 'in_grace' },
  executing: { outcome: 'pending' },
  waiting_for_decisions: { outcome: 'waiting', code: 'waiting_for_decisions' },
  incomplete: { outcome: 'failed', code: 'incomplete' },
  failed: { outcome: 'failed', code: 'failed' },
};

const marking = `
  UPDATE retention_run_items SET outcome = $3, code = $4, erasure_id = $5, done_at = CASE WHEN $3 <> 'pending' THEN now() END
  WHERE run_id = $1 AND id = $2 AND outcome = 'pending'`;

const moving = `
  UPDATE retention_runs SET progressed_at = now() WHERE id = $1 AND progressed_at < now() - interval '5 seconds'`;

/** Writes down how it ended. @returns false where that is written already */
export async function mark(
  tx: EntityManager,
  { run, item }: { run: RetentionRun; item: { id: string } },
  { outcome, code, erasureId }: Ending,
): Promise<boolean> {
  const parameters = [run.id, item.id, outcome, code ?? null, erasureId ?? null];
  const [, marked] = await tx.query<[unknown[], number]>(marking, parameters);
  await tx.query(moving, [run.id]);
  return marked === 1;
}
