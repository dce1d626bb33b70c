import type { Logger } from '@nestjs/common';
import { DomainError, NotFound } from '@seloste/kernel';
import { type Database, describeError, isDatabaseLost } from '@seloste/platform';
import { NotDue, PersonRestricted } from '../erasures.errors.js';
import { failureCode, oncePassed } from './failure-code.js';
import { mark, type Ending } from './item-endings.js';
import type { RetentionRun } from './retention-run.entity.js';

/** Another process has done the item since it was read. */
export class TakenByAnother extends DomainError {
  constructor() {
    super('conflict', 'taken_by_another', 'The person is done already.');
  }
}

/** What a "no" means. Anything else is a failure. */
function endingOf(error: unknown): Ending {
  if (error instanceof NotDue || error instanceof NotFound) return { outcome: 'left' };
  if (error instanceof PersonRestricted) return { outcome: 'held', code: 'restricted' };
  return { outcome: 'failed', code: failureCode(error) };
}

/**
 * Does the work of one item, which marks it in its own transaction; one that cannot be done is recorded with a code and
 * keeps no other waiting. Only a lost database is thrown.
 */
export async function inTurn(
  { database, logger }: { database: Database; logger: Logger },
  one: { run: RetentionRun; item: { id: string } },
  work: () => Promise<void>,
): Promise<void> {
  try {
    await oncePassed(work);
  } catch (error) {
    if (isDatabaseLost(error)) throw error;
    if (error instanceof TakenByAnother) return;
    const ending = endingOf(error);
    if (ending.outcome === 'failed')
      logger.error(`an item of a run could not be done: ${describeError(error)}`);
    await mark(database.manager, one, ending);
  }
}
