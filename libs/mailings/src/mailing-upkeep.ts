import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { AppConfig } from '@seloste/platform';
import { MailingAnswerers } from './mailing-answerers.js';
import { MailingTurns } from './mailing-turns.js';

/** How often a working process looks after mailings, in milliseconds. */
const lookEvery = 3_000;

/**
 * Begins mailings whose time has come, takes up again what a process that died left undone, ends what is done, and
 * holds what nobody may answer for any more.
 */
@Injectable()
export class MailingUpkeep {
  private readonly logger = new Logger('Mailings');

  constructor(
    private readonly config: AppConfig,
    private readonly turns: MailingTurns,
    private readonly answerers: MailingAnswerers,
  ) {}

  @Interval(lookEvery)
  async tick(): Promise<void> {
    if (this.config.process === 'api') return;
    try {
      await this.look();
    } catch (error) {
      this.logger.warn(`mailings could not be looked after: ${(error as Error).name}`); // the next tick looks again
    }
  }

  /** Many processes may look. */
  async look(): Promise<void> {
    await this.turns.begin();
    await this.turns.takeUpAgain();
    await this.turns.end();
    await this.answerers.holdUnanswered();
  }
}
