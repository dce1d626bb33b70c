import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Audit } from '@seloste/audit';
import { actingUserId, newId, type RequestContext } from '@seloste/kernel';
import { AppConfig, Database, Jobs } from '@seloste/platform';
import { CheckImport, stalledAfter } from './check-import.js';
import { Import } from './import.entity.js';
import { DryRunNeeded, ImportIsBusy, MappingNeeded } from './imports.errors.js';
import { assertOpen, lockImport } from './imports.service.js';
import { RunImport } from './run-import.js';

export const checkQueue = 'imports.check';
export const runQueue = 'imports.run';

/** How often a working process looks for imports whose work died with its process, in milliseconds. */
const sweepEvery = 10_000;

/** What the queues do. */
@Injectable()
export class ImportHandlers {
  constructor(
    readonly check: CheckImport,
    readonly run: RunImport,
  ) {}
}

/** Asks for dry runs and runs, has them done in the queue, and takes up again what a process that died left undone. */
@Injectable()
export class ImportWork implements OnApplicationBootstrap {
  private readonly logger = new Logger(ImportWork.name);

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly handlers: ImportHandlers,
    private readonly config: AppConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle<{ id: string }>(checkQueue, ({ id }) => this.handlers.check.run(id));
    await this.jobs.handle<{ id: string }>(runQueue, ({ id }) => this.handlers.run.run(id));
  }

  /** Asks for a dry run; while one is under way, this is it. @throws NotFound, MappingNeeded, ImportIsBusy, ImportIsOver */
  async requestDryRun(context: RequestContext, id: string): Promise<void> {
    const isNew = await this.database.transaction(async (tx) => {
      const current = await lockImport(tx, context, id);
      if (current.status === 'checking') return false;
      assertOpen(current);
      if (current.mapping === null) throw new MappingNeeded();
      await tx.update(
        Import,
        { id },
        { status: 'checking', processed: 0, failure: null, ...request(context) },
      );
      await this.audit.record(tx, context, { action: 'import.check', subjectType: 'import', subjectId: id });
      return true;
    });
    if (isNew) await this.send(checkQueue, id, newId());
  }

  /** Asks for the run; while it is under way, this is it. @throws NotFound, DryRunNeeded, ImportIsBusy, ImportIsOver */
  async requestRun(context: RequestContext, id: string): Promise<void> {
    const isNew = await this.database.transaction(async (tx) => {
      const current = await lockImport(tx, context, id);
      if (current.status === 'running') return false;
      if (current.status === 'checking') throw new ImportIsBusy();
      assertOpen(current);
      if (current.status !== 'checked') throw new DryRunNeeded();
      const begun = { status: 'running' as const, processed: 0, lastLine: 0, startedAt: () => 'now()' };
      await tx.update(Import, { id }, { ...begun, ...request(context) });
      await this.audit.record(tx, context, { action: 'import.run', subjectType: 'import', subjectId: id });
      return true;
    });
    if (isNew) await this.send(runQueue, id, newId());
  }

  /** Queues anew what has not moved for a while. Many processes may look; the queue takes each import once. */
  @Interval(sweepEvery)
  async sweep(): Promise<void> {
    if (this.config.process === 'api') return;
    try {
      const stalled = await this.database.read<{ id: string; status: string; mark: string }>(
        `SELECT id, status, greatest(requested_at, progressed_at)::text AS mark FROM imports
         WHERE status IN ('checking', 'running') AND greatest(requested_at, progressed_at) < now() - make_interval(secs => $1)`,
        [stalledAfter],
      );
      for (const { id, status, mark } of stalled)
        await this.send(status === 'running' ? runQueue : checkQueue, id, mark);
    } catch (error) {
      this.logger.warn(`imports could not be looked after: ${(error as Error).name}`); // the next tick looks again
    }
  }

  /** `mark` tells requests apart: the queue keeps one job of each. */
  private send(queue: string, id: string, mark: string): Promise<void> {
    return this.jobs.send(queue, { id }, { singletonKey: `${id} ${mark}` });
  }
}

const request = (context: RequestContext) => ({
  requestedAt: () => 'now()',
  requestedBy: actingUserId(context),
  requestId: context.requestId,
  progressedAt: null,
});
