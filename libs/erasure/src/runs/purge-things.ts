import { Injectable, Logger } from '@nestjs/common';
import { Database, describeError, isDatabaseLost, type Purge, Purges } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { failureCode } from './failure-code.js';
import type { RetentionRun } from './retention-run.entity.js';
import { RunPlan, type ThingRule } from './run-plan.js';

interface ThingItem {
  id: string;
  ruleKey: string;
}

const waiting = `
  SELECT id, rule_key AS "ruleKey" FROM retention_run_items
  WHERE run_id = $1 AND outcome = 'pending' AND subject_id IS NULL ORDER BY rule_key`;

/** The part of a run that is about things: bodies, files, letters, technical data, each by its rule, in bounded batches. */
@Injectable()
export class PurgeThings {
  private readonly logger = new Logger(PurgeThings.name);

  constructor(
    private readonly database: Database,
    private readonly purges: Purges,
    private readonly plan: RunPlan,
  ) {}

  /** What is over goes. A rule that fails is recorded with a code, and the others go on. */
  async purge(run: RetentionRun): Promise<void> {
    await this.each(run, async (purge, rule, id) => {
      const over = { ...rule, today: run.asOf };
      await purge.run(over, (tx, count) => this.add(tx, { runId: run.id, id, count }));
    });
  }

  /** What would go is counted. */
  async count(run: RetentionRun): Promise<void> {
    await this.each(run, async (purge, rule, id) => {
      const count = await purge.due({ ...rule, today: run.asOf });
      await this.add(this.database.manager, { runId: run.id, id, count });
    });
  }

  private async each(
    run: RetentionRun,
    work: (purge: Purge, rule: ThingRule, itemId: string) => Promise<void>,
  ): Promise<void> {
    const rules = await this.plan.thingRules(this.database, run.asOf);
    for (const { id, ruleKey } of await this.database.read<ThingItem & Record<string, unknown>>(waiting, [
      run.id,
    ])) {
      const rule = rules.get(ruleKey);
      let code: string | null = null;
      try {
        if (rule) for (const purge of this.purges.of(rule.covers)) await work(purge, rule, id);
      } catch (error) {
        if (isDatabaseLost(error)) throw error;
        this.logger.error(`the rule ${ruleKey} could not be followed: ${describeError(error)}`);
        code = failureCode(error);
      }
      await this.close(run, id, code);
    }
  }

  private async close({ id: runId, dryRun }: RetentionRun, id: string, code: string | null): Promise<void> {
    if (code === null && dryRun) return;
    await this.database.manager.query(
      `UPDATE retention_run_items SET outcome = CASE WHEN $3::text IS NULL THEN 'done' ELSE 'failed' END, code = $3, done_at = now()
       WHERE run_id = $1 AND id = $2`,
      [runId, id, code],
    );
  }

  private async add(
    tx: EntityManager,
    { runId, id, count }: { runId: string; id: string; count: number },
  ): Promise<void> {
    const moved = `WITH moved AS (UPDATE retention_runs SET progressed_at = now() WHERE id = $1)`;
    await tx.query(
      `${moved} UPDATE retention_run_items SET counted = counted + $3 WHERE run_id = $1 AND id = $2`,
      [runId, id, count],
    );
  }
}
