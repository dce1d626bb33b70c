import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database, describeError, isDatabaseLost } from '@seloste/platform';
import { failureCode } from './failure-code.js';
import { PurgePeople } from './purge-people.js';
import { PurgeThings } from './purge-things.js';
import type { RetentionRun } from './retention-run.entity.js';
import { RunPlan } from './run-plan.js';
import { countsOf } from './run-record.js';

/** The work of a run, which goes on where it stood: everything that was done says so in the transaction that did it. */
@Injectable()
export class RunEngine {
  private readonly logger = new Logger(RunEngine.name);

  constructor(
    private readonly database: Database,
    private readonly plan: RunPlan,
    private readonly people: PurgePeople,
    private readonly things: PurgeThings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** To the end, or to a failure that is on record; where the database is lost, as far as it came. */
  async run(id: string): Promise<void> {
    try {
      await this.work(id);
    } catch (error) {
      if (isDatabaseLost(error)) throw error; // the queue, and whoever looks after runs, take it up again
      this.logger.error(`a retention run failed: ${describeError(error)}`);
      await this.database.manager.query(
        `UPDATE retention_runs SET status = 'failed', failure = $2, finished_at = $3 WHERE id = $1 AND finished_at IS NULL`,
        [id, failureCode(error), this.clock.now()],
      );
    }
  }

  private async work(id: string): Promise<void> {
    const run = await this.timed(id, 'planning', () => this.plan.begin(id));
    if (run === null) return;
    if (!run.dryRun) await this.timed(id, 'people', () => this.people.purge(run));
    await this.timed(id, 'things', () => (run.dryRun ? this.things.count(run) : this.things.purge(run)));
    await this.finish(run);
  }

  private async finish({ id }: RetentionRun): Promise<void> {
    const counts = await countsOf(this.database, id);
    await this.database.manager.query(
      `UPDATE retention_runs SET status = 'complete', counts = $2, finished_at = $3 WHERE id = $1 AND finished_at IS NULL`,
      [id, counts, this.clock.now()],
    );
  }

  /** Adds how long it took, in milliseconds, to what a process that died had taken. */
  private async timed<T>(id: string, part: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const result = await work();
    await this.database.manager.query(
      `UPDATE retention_runs SET progressed_at = now(),
         durations = durations || jsonb_build_object($2::text, coalesce((durations->>$2)::int, 0) + $3::int)
       WHERE id = $1 AND finished_at IS NULL`,
      [id, part, Math.round(performance.now() - began)],
    );
    return result;
  }
}
