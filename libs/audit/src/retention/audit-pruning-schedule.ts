import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Scheduled } from '@seloste/platform';
import { AuditPruning, pruningQueue } from './audit-pruning.js';

/** Prunes the record every night. */
@Injectable()
export class AuditPruningSchedule {
  constructor(
    private readonly pruning: AuditPruning,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Scheduled({ queue: pruningQueue, cron: '0 11 4 * * *', apart: 60 * 60 })
  async run(): Promise<void> {
    await this.pruning.run(this.clock.now());
  }
}
