import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import { actingUserId, newId, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database, Jobs } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { runContext } from './run-context.js';
import { runQueue } from './run-work.js';
import { RunUnderWay } from './runs.errors.js';

interface NewRun {
  kind: 'nightly' | 'by_hand';
  dryRun: boolean;
  asOf: string;
}

const insert = `
  INSERT INTO retention_runs (id, kind, dry_run, status, requested_by, requested_at, progressed_at, as_of)
  VALUES ($1, $2, $3, 'queued', $4, $5, now(), $6) ON CONFLICT DO NOTHING RETURNING id`;

/** Asks for runs; there is one at a time. */
@Injectable()
export class RunRequests {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A run for today, real or dry; its id. @throws RunUnderWay */
  async byHand(context: RequestContext, dryRun: boolean): Promise<string> {
    const asOf = await this.calendar.today();
    return this.database.transaction(async (tx) => {
      const id = await this.add(tx, context, { kind: 'by_hand', dryRun, asOf });
      if (id === null) throw new RunUnderWay();
      await this.jobs.sendIn(tx, runQueue, {}, { singletonKey: id });
      return id;
    });
  }

  /** The run of a night, unless the night has had one, or one by hand is under way: then the next tick asks again. */
  async beginNightly(asOf: string): Promise<void> {
    await this.database.transaction((tx) =>
      this.add(tx, runContext, { kind: 'nightly', dryRun: false, asOf }),
    );
  }

  private async add(
    tx: EntityManager,
    context: RequestContext,
    { kind, dryRun, asOf }: NewRun,
  ): Promise<string | null> {
    const id = newId();
    const parameters = [id, kind, dryRun, actingUserId(context), this.clock.now(), asOf];
    const rows = await tx.query<unknown[]>(insert, parameters);
    if (rows.length === 0) return null;
    await this.audit.record(tx, context, {
      action: dryRun ? 'retention_run.rehearse' : 'retention_run.begin',
      subjectType: 'retention_run',
      subjectId: id,
    });
    return id;
  }
}
