import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database, PruningPurge, Purges, type Purge } from '@seloste/platform';
import type { AuditClass } from '../audit-event.entity.js';
import { AuditPruning } from './audit-pruning.js';

/** Has the nightly run prune the record. How long it is kept is sealed in `audit_retention`, which no rule can shorten. */
@Injectable()
export class AuditPurge {
  constructor(
    private readonly database: Database,
    private readonly pruning: AuditPruning,
    @Inject(CLOCK) private readonly clock: Clock,
    purges: Purges,
  ) {
    purges.provide('audit_reads', this.of('read'));
    purges.provide('audit_decisions', this.of('decision'));
    // Why somebody acted as privacy officer goes with what is on record of their acts.
    const acts = { tables: ['privacy_acts'], count: 'privacy_acts_over', prune: 'prune_privacy_acts' };
    purges.provide('audit_decisions', new PruningPurge(database, acts, () => clock.now()));
  }

  private of(kind: AuditClass): Purge {
    return {
      tables: ['audit_events', 'audit_links'],
      due: () => this.due(kind),
      run: async (_over, onBatch) => {
        const count = await this.pruning.run(this.clock.now(), [kind]);
        if (count > 0) await this.database.transaction((tx) => onBatch(tx, count));
      },
    };
  }

  private async due(kind: AuditClass): Promise<number> {
    const [row] = await this.database.read<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit_events e JOIN audit_retention r ON r.class = e.class
       WHERE e.class = $1 AND e.occurred_at < least($2::timestamptz, now()) - make_interval(months => r.months)`,
      [kind, this.clock.now()],
    );
    return row?.n ?? 0;
  }
}
