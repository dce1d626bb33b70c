import { Inject, Injectable } from '@nestjs/common';
import { NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database, Purges, type OnBatch, type Over, type Purge } from '@seloste/platform';
import { ImportsService } from './imports.service.js';

const name = 'imports.expiry';
const day = 24 * 60 * 60 * 1000;
const context: RequestContext = { actor: { kind: 'system', name }, requestId: name };

const over = `rows_deleted_at IS NULL AND coalesce(finished_at, created_at) < $1
  AND status NOT IN ('receiving', 'checking', 'running')`;

/** Rows and files of imports that are over, and imports that were never run, when the retention rules say so (GDPR Art. 5(1)(e)). */
@Injectable()
export class ImportExpiry implements Purge {
  readonly tables = ['imports', 'import_rows', 'import_file_parts'];

  constructor(
    private readonly database: Database,
    private readonly imports: ImportsService,
    @Inject(CLOCK) private readonly clock: Clock,
    purges: Purges,
  ) {
    purges.provide('imports', this);
  }

  async due({ before }: Pick<Over, 'before'>): Promise<number> {
    const sql = `SELECT count(*)::int AS n FROM imports WHERE ${over}`;
    const [row] = await this.database.read<{ n: number }>(sql, [before]);
    return row?.n ?? 0;
  }

  async run({ before }: Pick<Over, 'before'>, onBatch: OnBatch): Promise<void> {
    const due = await this.database.read<{ id: string }>(`SELECT id FROM imports WHERE ${over}`, [before]);
    for (const { id } of due)
      await this.imports.expire(context, id, (tx) => onBatch(tx, 1)).catch(unlessGone);
    // An upload that broke off with its process: nobody has seen it, and nobody will.
    await this.database.manager.query(`DELETE FROM imports WHERE status = 'receiving' AND created_at < $1`, [
      new Date(this.clock.now().getTime() - day),
    ]);
  }
}

/** Somebody deleted the import in the meantime: its data is gone, and the others' turn comes. */
function unlessGone(error: unknown): void {
  if (!(error instanceof NotFound)) throw error;
}
