import { Inject, Injectable } from '@nestjs/common';
import { PrivacyOfficer } from '@seloste/audit';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database, Scheduled } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { PackageWork } from './package-work.js';

/** Takes packages up again whose making died with its process. */
@Injectable()
export class PackageRescue {
  constructor(
    private readonly database: Database,
    private readonly privacy: PrivacyOfficer,
    private readonly work: PackageWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Scheduled({ queue: 'packages.rescue', cron: '50 */5 * * * *', apart: 240 })
  async run(): Promise<void> {
    await this.database.transaction((tx) => this.privacy.carryOut(tx, () => this.resume(tx)));
  }

  private async resume(tx: EntityManager): Promise<void> {
    const [stalled] = await tx.query<[{ id: string }[], number]>(
      `UPDATE packages SET progressed_at = $1 WHERE status IN ('preparing', 'writing')
       AND progressed_at < $1::timestamptz - interval '60 seconds' RETURNING id`,
      [this.clock.now()],
    );
    for (const { id } of stalled) await this.work.request(tx, id);
  }
}
