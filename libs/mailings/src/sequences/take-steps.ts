import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { AppConfig, Database, Jobs } from '@seloste/platform';
import { atOnce, DueSteps } from './due-steps.js';

const stepsQueue = 'sequences.steps';

/**
 * Takes the steps of sequences when their time comes: each becomes a message in the outbox, whose id was fixed when the
 * run began, in the transaction that ticks the step off. Killed at any instant, a step is taken once or will be.
 */
@Injectable()
export class TakeSteps implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly due: DueSteps,
    private readonly jobs: Jobs,
    private readonly config: AppConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle(stepsQueue, () => this.run());
  }

  @Cron('0 * * * * *')
  async tick(): Promise<void> {
    if (this.config.process === 'api') return;
    await this.jobs.send(stepsQueue, {}, { singletonKey: 'steps' });
  }

  /** Everything that is due. */
  async run(): Promise<void> {
    let taken: number;
    do taken = await this.database.transaction((tx) => this.due.take(tx));
    while (taken === atOnce);
  }
}
