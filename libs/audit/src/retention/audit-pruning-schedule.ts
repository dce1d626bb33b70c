import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Clock } from '@seloste/kernel';
import { AppConfig, CLOCK, Jobs } from '@seloste/platform';
import { AuditPruning, pruningQueue } from './audit-pruning.js';

/** Prunes the record every night, once for all processes. */
@Injectable()
export class AuditPruningSchedule implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly pruning: AuditPruning,
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle(pruningQueue, () => this.pruning.run(this.clock.now()));
  }

  /** Every working process ticks; the queue takes one job a night. */
  @Cron('0 11 4 * * *')
  async tick(): Promise<void> {
    if (this.config.process === 'api') return;
    await this.jobs.send(pruningQueue, {}, { singletonKey: 'pruning', singletonSeconds: 60 * 60 });
  }
}
