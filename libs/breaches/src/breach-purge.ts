import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database, purgeBatch, purgeInBatches, Purges, type OnBatch } from '@seloste/platform';
import type { EntityManager } from 'typeorm';

/** Has the nightly run forget breaches that were closed long ago, with what is on record of acts (GDPR Art. 5(1)(e)). */
@Injectable()
export class BreachPurge {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    purges: Purges,
  ) {
    purges.provide('audit_decisions', {
      tables: ['breaches'],
      due: () => this.count(),
      run: (_over, onBatch) => this.forget(onBatch),
    });
  }

  private async count(): Promise<number> {
    const sql = 'SELECT breaches_over($1) AS n';
    const [row] = await this.database.read<{ n: number }>(sql, [this.clock.now()]);
    return row?.n ?? 0;
  }

  private async forget(onBatch: OnBatch): Promise<void> {
    const take = async (tx: EntityManager) => {
      const sql = 'SELECT prune_breaches($1, $2) AS n';
      const [row] = await tx.query<{ n: number }[]>(sql, [this.clock.now(), purgeBatch]);
      return row?.n ?? 0;
    };
    await purgeInBatches(this.database, take, onBatch);
  }
}
