import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { AppConfig, CLOCK, Database, Jobs } from '@seloste/platform';
import { ImportsService } from './imports.service.js';

export const expiryQueue = 'imports.expiry';

/** How long the rows of an import are kept, in days: to look at what became of them, and no longer (GDPR Art. 5(1)(e)). */
export const daysKept = 30;

const day = 24 * 60 * 60 * 1000;
const context: RequestContext = { actor: { kind: 'system', name: expiryQueue }, requestId: expiryQueue };

/** Deletes the rows of imports that are over and imports that were never run, thirty days later; every night, once for all processes. */
@Injectable()
export class ImportExpiry implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly imports: ImportsService,
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle(expiryQueue, () => this.run());
  }

  /** Every working process ticks; the queue takes one job a night. */
  @Cron('0 41 3 * * *')
  async tick(): Promise<void> {
    if (this.config.process === 'api') return;
    await this.jobs.send(expiryQueue, {}, { singletonKey: 'expiry', singletonSeconds: 60 * 60 });
  }

  async run(): Promise<void> {
    const now = this.clock.now().getTime();
    const due = await this.database.read<{ id: string }>(
      `SELECT id FROM imports WHERE rows_deleted_at IS NULL AND coalesce(finished_at, created_at) < $1
       AND status NOT IN ('receiving', 'checking', 'running')`,
      [new Date(now - daysKept * day)],
    );
    for (const { id } of due) await this.imports.expire(context, id).catch(unlessGone);
    // An upload that broke off with its process: nobody has seen it, and nobody will.
    await this.database.manager.query(`DELETE FROM imports WHERE status = 'receiving' AND created_at < $1`, [
      new Date(now - day),
    ]);
  }
}

/** Somebody deleted the import in the meantime: its data is gone, and the others' turn comes. */
function unlessGone(error: unknown): void {
  if (!(error instanceof NotFound)) throw error;
}
