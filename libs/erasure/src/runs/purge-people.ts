import { Injectable, Logger } from '@nestjs/common';
import { DomainError, NotFound } from '@seloste/kernel';
import { Database, describeError } from '@seloste/platform';
import type { ErasureGround } from '../erasure.entity.js';
import { NotDue, PersonRestricted } from '../erasures.errors.js';
import { Erasures } from '../erasures.service.js';
import { CompletePeople } from './complete-people.js';
import { failureCode, isLost, isPassing } from './failure-code.js';
import { batchSize, endings, mark, type Ending } from './item-endings.js';
import type { RetentionRun } from './retention-run.entity.js';
import { runContext } from './run-context.js';

interface PersonItem {
  id: string;
  contactId: string;
  ground: ErasureGround;
  /** Is it a rule that has them go now? Else an erasure that began before goes on. */
  isByRule: boolean;
}

const tries = 3;

const next = `
  SELECT id, subject_id AS "contactId", ground, rule_key IS NOT NULL AS "isByRule" FROM retention_run_items
  WHERE run_id = $1 AND outcome = 'pending' AND subject_id IS NOT NULL AND erasure_id IS NULL AND id > $2 ORDER BY id LIMIT ${batchSize}`;

/** Another process has done the person since the item was read. */
class TakenByAnother extends DomainError {
  constructor() {
    super('conflict', 'taken_by_another', 'The person is done already.');
  }
}

/** What a "no" of the erasure means. Anything else is a failure. */
function endingOf(error: unknown): Ending {
  if (error instanceof NotDue || error instanceof NotFound) return { outcome: 'left' };
  if (error instanceof PersonRestricted) return { outcome: 'held', code: 'restricted' };
  return { outcome: 'failed', code: failureCode(error) };
}

/**
 * The part of a run that is about people: each goes in a transaction of their own, in which the item says so, and the
 * look everywhere follows for a batch of them. One who cannot be forgotten is recorded with a code, keeps nobody else
 * waiting, and is tried again the next night.
 */
@Injectable()
export class PurgePeople {
  private readonly logger = new Logger(PurgePeople.name);

  constructor(
    private readonly database: Database,
    private readonly erasures: Erasures,
    private readonly completion: CompletePeople,
  ) {}

  async purge(run: RetentionRun): Promise<void> {
    let last = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const items = await this.database.read<PersonItem & Record<string, unknown>>(next, [run.id, last]);
      for (const item of items) await this.one(run, item);
      await this.completion.complete(run);
      last = items.at(-1)?.id ?? last;
      if (items.length < batchSize) return;
    }
  }

  private async one(run: RetentionRun, item: PersonItem): Promise<void> {
    for (let attempt = 1; ; attempt++)
      try {
        await this.erase(run, item);
        return;
      } catch (error) {
        if (isLost(error)) throw error;
        if (error instanceof TakenByAnother) return;
        if (isPassing(error) && attempt < tries) continue;
        const ending = endingOf(error);
        if (ending.outcome === 'failed')
          this.logger.error(`a person could not be forgotten: ${describeError(error)}`);
        await mark(this.database.manager, { run, item }, ending);
        return;
      }
  }

  private async erase(run: RetentionRun, { isByRule, ...item }: PersonItem): Promise<void> {
    const asOf = isByRule ? run.asOf : undefined;
    const request = {
      contactId: item.contactId,
      ground: item.ground,
      runId: run.id,
      asOf,
      isScannedLater: true,
    };
    await this.erasures.erase(runContext, request, async (tx, { id, status }) => {
      const ending = { ...endings[status], erasureId: id };
      if (!(await mark(tx, { run, item }, ending))) throw new TakenByAnother();
    });
  }
}
