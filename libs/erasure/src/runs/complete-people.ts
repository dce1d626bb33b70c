import { Injectable, Logger } from '@nestjs/common';
import { Database, describeError, isDatabaseLost } from '@seloste/platform';
import { Erasures } from '../erasures.service.js';
import { failureCode } from './failure-code.js';
import { batchSize, endings, markAll } from './item-endings.js';
import type { RetentionRun } from './retention-run.entity.js';
import { runContext } from './run-context.js';

interface ErasedItem {
  id: string;
  erasureId: string;
}

/** Whose own records are gone, and for whom the look everywhere is still to come. */
const toComplete = `
  SELECT id, erasure_id AS "erasureId" FROM retention_run_items
  WHERE run_id = $1 AND outcome = 'pending' AND erasure_id IS NOT NULL ORDER BY id LIMIT ${batchSize}`;

/** Looks everywhere, once for many, for what is left of the people whom a run has erased, and completes their erasures. */
@Injectable()
export class CompletePeople {
  private readonly logger = new Logger(CompletePeople.name);

  constructor(
    private readonly database: Database,
    private readonly erasures: Erasures,
  ) {}

  /** Until nobody waits for it. */
  async complete(run: RetentionRun): Promise<void> {
    for (;;) {
      const items = await this.database.read<ErasedItem & Record<string, unknown>>(toComplete, [run.id]);
      if (items.length === 0) return;
      await this.these(run, items);
    }
  }

  /** Where many together cannot be completed, the halves of them are tried, down to whoever it fails for. */
  private async these(run: RetentionRun, items: ErasedItem[]): Promise<void> {
    try {
      await this.together(run, items);
    } catch (error) {
      if (isDatabaseLost(error)) throw error;
      if (items.length === 1) return this.failed(run, items, error);
      const half = Math.ceil(items.length / 2);
      await this.these(run, items.slice(0, half));
      await this.these(run, items.slice(half));
    }
  }

  private async together(run: RetentionRun, items: ErasedItem[]): Promise<void> {
    const byErasure = new Map(items.map((item) => [item.erasureId, item]));
    await this.erasures.completeTogether(runContext, [...byErasure.keys()], async (tx, outcomes) => {
      const ended = outcomes.flatMap(({ id: erasureId, status }) => {
        const item = byErasure.get(erasureId);
        const unfinished = { outcome: 'failed' as const, code: 'incomplete' };
        const ending = status === 'executing' ? unfinished : endings[status];
        return item ? [{ ...ending, id: item.id, erasureId }] : [];
      });
      await markAll(tx, run, ended);
    });
  }

  private async failed(run: RetentionRun, items: ErasedItem[], error: unknown): Promise<void> {
    this.logger.error(`an erasure could not be completed: ${describeError(error)}`);
    const ended = items.map((item) => ({ ...item, outcome: 'failed' as const, code: failureCode(error) }));
    await markAll(this.database.manager, run, ended);
  }
}
