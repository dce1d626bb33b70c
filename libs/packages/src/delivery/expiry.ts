import { Inject, Injectable } from '@nestjs/common';
import { Audit, PrivacyOfficer } from '@seloste/audit';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database, Purges, Scheduled, type OnBatch } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { contextOf } from '../building/kit.js';
import { erase } from './delivery.js';

const over = `status NOT IN ('delivered', 'expired', 'failed') AND expires_at <= $1`;

/** Deletes packages whose time is over, and what is left of fetched ones; every five minutes, and with the nightly run. */
@Injectable()
export class PackageExpiry {
  constructor(
    private readonly database: Database,
    private readonly privacy: PrivacyOfficer,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
    purges: Purges,
  ) {
    purges.provide('exports', {
      tables: ['package_parts'],
      due: () => this.act((tx) => this.count(tx)),
      run: (_over, onBatch) => this.act((tx) => this.expire(tx, onBatch)),
    });
  }

  @Scheduled({ queue: 'packages.expiry', cron: '40 */5 * * * *', apart: 240 })
  async run(): Promise<void> {
    await this.act((tx) => this.expire(tx, () => Promise.resolve()));
  }

  private async count(tx: EntityManager): Promise<number> {
    const sql = `SELECT count(*)::int AS n FROM packages WHERE ${over}`;
    const [row] = await tx.query<{ n: number }[]>(sql, [this.clock.now()]);
    return row?.n ?? 0;
  }

  private async expire(tx: EntityManager, onBatch: OnBatch): Promise<void> {
    const [ended] = await tx.query<[{ id: string }[], number]>(
      `UPDATE packages SET status = 'expired', token_digest = NULL WHERE ${over} RETURNING id`,
      [this.clock.now()],
    );
    for (const { id } of ended) {
      await erase(tx, id);
      await this.audit.record(tx, contextOf(id), {
        ...{ action: 'package.expire', subjectType: 'package', subjectId: id },
      });
    }
    await tx.query(
      `DELETE FROM package_parts s USING packages p WHERE p.id = s.package_id AND p.status = 'delivered'
       AND p.delivered_at < $1::timestamptz - interval '15 minutes'`,
      [this.clock.now()],
    );
    if (ended.length > 0) await onBatch(tx, ended.length);
  }

  private act<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction((tx) => this.privacy.carryOut(tx, () => work(tx)));
  }
}
