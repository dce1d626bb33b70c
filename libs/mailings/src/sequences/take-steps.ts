import { Injectable } from '@nestjs/common';
import { Database, Scheduled } from '@seloste/platform';
import { atOnce, DueSteps } from './due-steps.js';

/**
 * Takes the steps of sequences when their time comes: each becomes a message in the outbox, whose id was fixed when the
 * run began, in the transaction that ticks the step off. Killed at any instant, a step is taken once or will be.
 */
@Injectable()
export class TakeSteps {
  constructor(
    private readonly database: Database,
    private readonly due: DueSteps,
  ) {}

  /** Everything that is due. */
  @Scheduled({ queue: 'sequences.steps', cron: '0 * * * * *' })
  async run(): Promise<void> {
    let taken: number;
    do taken = await this.database.transaction((tx) => this.due.take(tx));
    while (taken === atOnce);
  }
}
