import { Injectable, Logger } from '@nestjs/common';
import { Database, describeError } from '@seloste/platform';
import { Erasures } from '../erasures.service.js';
import { failureCode, isLost } from './failure-code.js';
import { batchSize, endings, mark } from './item-endings.js';
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

  /** Until nobody waits for it. Where many together cannot be completed, it is tried one by one. */
  async complete(run: RetentionRun): Promise<void> {
    for (;;) {
      const items = await this.database.read<ErasedItem & Record<string, unknown>>(toComplete, [run.id]);
      if (items.length === 0) return;
      try {
        await this.together(run, items);
      } catch (error) {
        if (isLost(error)) throw error;
        for (const item of items) await this.alone(run, item);
      }
    }
  }

  private async together(run: RetentionRun, items: ErasedItem[]): Promise<void> {
    const byErasure = new Map(items.map((item) => [item.erasureId, item]));
    await this.erasures.completeTogether(runContext, [...byErasure.keys()], async (tx, outcomes) => {
      for (const { id, status } of outcomes) {
        const item = byErasure.get(id);
        const unfinished = { outcome: 'failed' as const, code: 'incomplete' };
        const ending = status === 'executing' ? unfinished : endings[status];
        if (item) await mark(tx, { run, item }, { ...ending, erasureId: id });
      }
    });
  }

  private async alone(run: RetentionRun, item: ErasedItem): Promise<void> {
    await this.together(run, [item]).catch(async (error: unknown) => {
      if (isLost(error)) throw error;
      this.logger.error(`an erasure could not be completed: ${describeError(error)}`);
      const { erasureId } = item;
      await mark(
        this.database.manager,
        { run, item },
        { outcome: 'failed', code: failureCode(error), erasureId },
      );
    });
  }
}
