import { preparedReaderOf, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { ErasureStatus } from '../erasure.entity.js';
import type { RetentionRun } from './retention-run.entity.js';
import type { outcomes } from './retention-run-item.entity.js';

/** How many people a run has in hand between two looks everywhere, each of which reads the whole register. */
export const batchSize = 1_000;

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

/** An item of a run, and how it ended. */
export interface EndedItem extends Ending {
  id: string;
}

const marking = `
  WITH ended AS (
    SELECT * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[]) AS e (id, outcome, code, erasure_id)
  ), marked AS (
    UPDATE retention_run_items i
    SET outcome = e.outcome, code = e.code, erasure_id = e.erasure_id, done_at = CASE WHEN e.outcome <> 'pending' THEN now() END
    FROM ended e WHERE i.run_id = $1 AND i.id = e.id AND i.outcome = 'pending' RETURNING i.id
  ), moved AS (
    UPDATE retention_runs SET progressed_at = now() WHERE id = $1 AND progressed_at < now() - interval '5 seconds'
  )
  SELECT count(*)::int AS marked FROM marked`;

/** Writes down how items ended. @returns how many; those of which it is written already are left as they are */
export async function markAll(tx: EntityManager, run: RetentionRun, ended: EndedItem[]): Promise<number> {
  const reader = tx.queryRunner ? preparedReaderOf(tx) : readerOf(tx);
  const [row] = await reader.read<{ marked: number }>(marking, [
    run.id,
    ended.map(({ id }) => id),
    ended.map(({ outcome }) => outcome),
    ended.map(({ code }) => code ?? null),
    ended.map(({ erasureId }) => erasureId ?? null),
  ]);
  return row?.marked ?? 0;
}

/** Writes down how it ended. @returns false where that is written already */
export async function mark(
  tx: EntityManager,
  { run, item }: { run: RetentionRun; item: { id: string } },
  ending: Ending,
): Promise<boolean> {
  return (await markAll(tx, run, [{ ...ending, id: item.id }])) === 1;
}
