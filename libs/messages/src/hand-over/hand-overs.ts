import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { AppConfig, Database, describeError } from '@seloste/platform';
import { Doubts } from './doubts.js';
import { FollowUps } from './follow-ups.js';
import { Hold } from './hold.js';
import type { BatchResult } from './lane.js';
import { laneCount, Lanes } from './lanes.js';

/** How often a working process looks for messages whose time has come, in milliseconds. */
const lookEvery = 1_000;

/** How long a lane waits before it looks again, in milliseconds. */
const pauses: Partial<Record<BatchResult, number>> = { resting: 250, busy: 50 };

/** How long a mail server that takes nothing is left alone, in milliseconds. */
const leftAlone = 5_000;

/**
 * Hands messages over to the mail server, in every process that works; any number of them share the outbox. Nobody gets
 * a message twice, and nobody gets one that was forbidden before it left.
 */
@Injectable()
export class HandOvers implements OnModuleDestroy {
  private readonly logger = new Logger('Messages');
  private running: Promise<void> | null = null;
  private isStopping = false;
  private notBefore = 0;

  constructor(
    private readonly database: Database,
    private readonly config: AppConfig,
    private readonly lanes: Lanes,
    private readonly doubts: Doubts,
    private readonly followUps: FollowUps,
  ) {}

  @Interval(lookEvery)
  tick(): void {
    if (this.config.process === 'api' || performance.now() < this.notBefore) return;
    void this.run();
  }

  /** Everything that is due; this process works at it once at a time. */
  run(batchSize?: number): Promise<void> {
    this.running ??= this.work(batchSize)
      .catch((error: unknown) => this.logger.error(`Messages could not be sent: ${describeError(error)}`))
      .finally(() => (this.running = null));
    return this.running;
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    await this.running;
  }

  private async work(batchSize: number | undefined): Promise<void> {
    await this.doubts.settle();
    const lanes = Array.from({ length: laneCount }, () => this.goOn(batchSize));
    const failed = (await Promise.allSettled(lanes)).find((result) => result.status === 'rejected');
    await this.followUps.run();
    if (failed) throw failed.reason;
  }

  private async goOn(batchSize: number | undefined): Promise<void> {
    if (!(await this.lanes.areNeeded(this.database))) return;
    const hold = await Hold.open(this.database);
    try {
      const lane = await this.lanes.on(hold, batchSize);
      while (!this.isStopping && !hold.isLost) {
        const result = await lane.run();
        if (result === 'down') this.notBefore = performance.now() + leftAlone;
        if (result === 'idle' || result === 'down') return;
        const pause = pauses[result];
        if (pause !== undefined) await delay(pause);
        else void this.followUps.run().catch(() => undefined); // what is left undone is done at the end
      }
    } finally {
      await hold.close();
    }
  }
}
