import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import type { RequestContext } from '@seloste/kernel';
import { Database, Jobs } from '@seloste/platform';

export const recomputeQueue = 'retention.recompute';

/** How many people one transaction holds. */
const batchSize = 1_000;

const context: RequestContext = {
  actor: { kind: 'system', name: recomputeQueue },
  requestId: recomputeQueue,
};

/** Sets everybody's clock by the rules as they are, once a rule has changed; broken off, it sets them again. */
@Injectable()
export class RecomputeClocks implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly calendar: Calendar,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle(recomputeQueue, async () => {
      await this.run();
    });
  }

  /** The number of clocks that moved. */
  async run(): Promise<number> {
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
        this.audit.record(tx, context, {
          action: 'retention_rule.apply',
          subjectType: 'retention_rule',
          fields: [`clocks=${moved}`],
        }),
      );
    return moved;
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
