import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { AppConfig, Database, describeError, Jobs, whileLocked } from '@seloste/platform';
import { RunEngine } from './run-engine.js';

export const runQueue = 'retention.run';

/** How often a working process looks for a run whose process died, in milliseconds. */
const sweepEvery = 10_000;

/** After this time without progress a run is looked after, in seconds; one that lives keeps its lock. */
const stalledAfter = 20;

/** Has the runs done, one at a time in all processes, and goes on with one whose process died. */
@Injectable()
export class RunWork implements OnApplicationBootstrap {
  private readonly logger = new Logger(RunWork.name);

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly engine: RunEngine,
    private readonly config: AppConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle(runQueue, () => this.run());
  }

  /** Whatever is under way, to its end. Nothing, while another process is at it. */
  async run(): Promise<void> {
    await whileLocked(this.database, 'retentionRun', async () => {
      const [run] = await this.database.read<{ id: string }>(
        `SELECT id FROM retention_runs WHERE status IN ('queued', 'running')`,
      );
      if (run) await this.engine.run(run.id);
    });
  }

  /** Queues what has not moved for a while. Many processes may look; the queue takes it once. */
  @Interval(sweepEvery)
  async sweep(): Promise<void> {
    if (this.config.process === 'api') return;
    try {
      const [stalled] = await this.database.read(
        `SELECT 1 FROM retention_runs WHERE status IN ('queued', 'running') AND progressed_at < now() - make_interval(secs => $1)`,
        [stalledAfter],
      );
      const look = Math.floor(Date.now() / 1000 / stalledAfter);
      if (stalled) await this.jobs.send(runQueue, {}, { singletonKey: `look ${look}` });
    } catch (error) {
      this.logger.warn(`runs could not be looked after: ${describeError(error)}`); // the next tick looks again
    }
  }
}
