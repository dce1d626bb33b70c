import { Inject, Injectable } from '@nestjs/common';
import { PrivacyOfficer } from '@seloste/audit';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database, purgeBatch, purgeInBatches, Purges, type OnBatch } from '@seloste/platform';
import type { EntityManager } from 'typeorm';

/** What is over at `$1`: calls that nobody could answer for a day, links and sessions at their own end. */
const ends = {
  my_data_calls: `asked_at <= $1::timestamptz - interval '1 day'`,
  my_data_links: 'expires_at <= $1',
  my_data_sessions: 'expires_at <= $1',
};

/** Has the nightly run clear away calls, links and sessions of people's own pages that are over (GDPR Art. 5(1)(e)). */
@Injectable()
export class MyDataExpiry {
  constructor(
    private readonly database: Database,
    private readonly officer: PrivacyOfficer,
    @Inject(CLOCK) private readonly clock: Clock,
    purges: Purges,
  ) {
    for (const [table, due] of Object.entries(ends))
      purges.provide('technical_data', {
        tables: [table],
        due: () => this.count(table, due),
        run: (_over, onBatch) => this.forget(table, due, onBatch),
      });
  }

  private async count(table: string, due: string): Promise<number> {
    const sql = `SELECT count(*)::int AS n FROM ${table} WHERE ${due}`;
    const read = (tx: EntityManager) => tx.query<{ n: number }[]>(sql, [this.clock.now()]);
    const [row] = await this.database.transaction((tx) => this.officer.carryOut(tx, () => read(tx)));
    return row?.n ?? 0;
  }

  private async forget(table: string, due: string, onBatch: OnBatch): Promise<void> {
    const sql = `DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE ${due} LIMIT ${purgeBatch})`;
    const take = async (tx: EntityManager) => {
      const gone = () => tx.query<[unknown[], number]>(sql, [this.clock.now()]);
      const [, count] = await this.officer.carryOut(tx, gone);
      return count;
    };
    await purgeInBatches(this.database, take, onBatch);
  }
}
