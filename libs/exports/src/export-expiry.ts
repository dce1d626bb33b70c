import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Clock, RequestContext } from '@seloste/kernel';
import { CLOCK, Database, Purges, RowPurge, Scheduled, type OnBatch } from '@seloste/platform';

const expiryQueue = 'exports.expiry';
const context: RequestContext = { actor: { kind: 'system', name: expiryQueue }, requestId: expiryQueue };

const over = `status IN ('awaiting_approval', 'preparing', 'ready') AND expires_at <= $1`;

/** What was searched for: of a file that nobody waits for any more, and whose time is up. */
const sought = {
  table: 'exports',
  due: `expires_at <= $1 AND filters <> '' AND status NOT IN ('awaiting_approval', 'preparing', 'ready')`,
  set: `filters = ''`,
};

/** Deletes files at the time that was set for them, and what was left of fetched ones; every five minutes, and with the nightly run. */
@Injectable()
export class ExportExpiry {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
    purges: Purges,
  ) {
    purges.provide('exports', {
      tables: ['export_parts', 'export_people'],
      due: () => this.due(),
      run: (_over, onBatch) => this.expire(onBatch),
    });
    purges.provide('technical_data', new RowPurge(database, sought, () => clock.now()));
  }

  @Scheduled({ queue: expiryQueue, cron: '20 */5 * * * *', apart: 240 })
  async run(): Promise<void> {
    await this.expire(() => Promise.resolve());
  }

  private async due(): Promise<number> {
    const sql = `SELECT count(*)::int AS n FROM exports WHERE ${over}`;
    const [row] = await this.database.read<{ n: number }>(sql, [this.clock.now()]);
    return row?.n ?? 0;
  }

  private async expire(onBatch: OnBatch): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const [expired] = await tx.query<[{ id: string }[], number]>(
        `UPDATE exports SET status = 'expired' WHERE ${over} RETURNING id`,
        [now],
      );
      await tx.query(
        `DELETE FROM export_parts p USING exports x WHERE x.id = p.export_id
         AND (x.status IN ('expired', 'withdrawn', 'refused', 'failed')
           OR x.status = 'fetched' AND x.fetched_at < $1::timestamptz - interval '15 minutes')`,
        [now],
      );
      // Of a file that nobody fetched, no trace of the people is needed; of the others, the ledger tells.
      await tx.query(
        `DELETE FROM export_people p USING exports x
         WHERE x.id = p.export_id AND x.status IN ('expired', 'withdrawn', 'refused', 'failed')`,
      );
      const entries = expired.map(({ id }) => ({
        action: 'export.expire',
        subjectType: 'export',
        subjectId: id,
      }));
      if (entries.length > 0) await this.audit.recordAll(tx, context, entries);
      if (expired.length > 0) await onBatch(tx, expired.length);
    });
  }
}
