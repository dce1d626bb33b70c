import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import type { RequestContext } from '@seloste/kernel';
import { Database, Jobs } from '@seloste/platform';
import type { EntityManager } from 'typeorm';

const recomputeQueue = 'retention.recompute';

/** How many people one transaction holds. */
const batchSize = 1_000;

const context: RequestContext = {
  actor: { kind: 'system', name: recomputeQueue },
  requestId: recomputeQueue,
};

/** Why all clocks are set anew, and what is put on record when some of them moved. */
const causes = {
  rule: { action: 'retention_rule.apply', subjectType: 'retention_rule' },
  time_zone: { action: 'controller.apply_time_zone', subjectType: 'controller' },
} as const;
type Cause = keyof typeof causes;

/** Sets everybody's clock by the rules and the calendar as they are, once one of them has changed; broken off, it sets them again. */
@Injectable()
export class RecomputeClocks implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly calendar: Calendar,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle<{ cause: Cause }>(recomputeQueue, async ({ cause }) => {
      await this.run(cause);
    });
    // Each day that a clock runs from or ends on is a day of the controller's zone.
    this.calendar.onChange((tx) => this.sendIn(tx, 'time_zone'));
  }

  /** Queues it if and only if the transaction is committed. */
  sendIn(tx: EntityManager, cause: Cause): Promise<void> {
    return this.jobs.sendIn(tx, recomputeQueue, { cause }, { singletonKey: cause });
  }

  private async run(cause: Cause): Promise<void> {
    this.calendar.forget();
    const today = await this.calendar.today();
    let moved = 0;
    for (let last: string | null = null; ;) {
      const batch: Batch | undefined = await this.next(last, today);
      if (batch === undefined) break;
      moved += batch.moved;
      last = batch.last;
    }
    if (moved > 0)
      await this.database.transaction((tx) =>
        this.audit.record(tx, context, { ...causes[cause], fields: [`clocks=${moved}`] }),
      );
  }

  private next(last: string | null, today: string): Promise<Batch | undefined> {
    return this.database.transaction(async (tx) => {
      const [batch] = await tx.query<Batch[]>(
        'SELECT last_id AS last, moved FROM retention_recompute_after($1, $2, $3)',
        [last, batchSize, today],
      );
      return batch;
    });
  }
}

interface Batch {
  last: string;
  moved: number;
}
