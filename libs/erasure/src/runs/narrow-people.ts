import { Injectable, Logger } from '@nestjs/common';
import type { DataCategory } from '@seloste/kernel';
import { Database } from '@seloste/platform';
import { Narrowings } from '../execution/narrowings.js';
import { inTurn, TakenByAnother } from './in-turn.js';
import { batchSize, mark } from './item-endings.js';
import type { RetentionRun } from './retention-run.entity.js';
import { runContext } from './run-context.js';

interface PartItem {
  id: string;
  contactId: string;
  categories: DataCategory[];
  dueOn: string;
}

const next = `
  SELECT id, subject_id AS "contactId", categories, due_on::text AS "dueOn" FROM retention_run_items
  WHERE run_id = $1 AND outcome = 'pending' AND action = 'narrow' AND id > $2 ORDER BY id LIMIT ${batchSize}`;

/**
 * The part of a run that is about people who stay: what no ground needs of them goes, each part in a transaction of its
 * own, in which the item says so. One that fails is recorded with a code, and is tried again the next night.
 */
@Injectable()
export class NarrowPeople {
  private readonly logger = new Logger(NarrowPeople.name);

  constructor(
    private readonly database: Database,
    private readonly narrowings: Narrowings,
  ) {}

  async narrow(run: RetentionRun): Promise<void> {
    let last = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const items = await this.database.read<PartItem & Record<string, unknown>>(next, [run.id, last]);
      for (const item of items)
        await inTurn({ database: this.database, logger: this.logger }, { run, item }, () =>
          this.one(run, item),
        );
      last = items.at(-1)?.id ?? last;
      if (items.length < batchSize) return;
    }
  }

  private async one(run: RetentionRun, item: PartItem): Promise<void> {
    const { contactId, categories, dueOn } = item;
    await this.narrowings.narrow(runContext, { contactId, categories, dueOn, asOf: run.asOf }, async (tx) => {
      if (!(await mark(tx, { run, item }, { outcome: 'done' }))) throw new TakenByAnother();
    });
  }
}
