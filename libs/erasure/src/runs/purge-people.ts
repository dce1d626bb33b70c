import { Injectable, Logger } from '@nestjs/common';
import { Database, isDatabaseLost } from '@seloste/platform';
import type { ErasureGround } from '../erasure.entity.js';
import { Erasures } from '../erasures.service.js';
import { PlainErasures } from '../execution/plain-erasures.js';
import type { ProspectivePerson } from '../mentions-review/person.js';
import { CompletePeople } from './complete-people.js';
import { inTurn, TakenByAnother } from './in-turn.js';
import { batchSize, endings, mark } from './item-endings.js';
import { NarrowPeople } from './narrow-people.js';
import type { RetentionRun } from './retention-run.entity.js';
import { runContext } from './run-context.js';

interface PersonItem {
  id: string;
  contactId: string;
  ground: ErasureGround;
  /** Is it a rule that has them go now? Else an erasure that began before goes on. */
  isByRule: boolean;
}

/** By what so many are recognised is asked for at once. */
const soughtAtOnce = 200;

const next = `
  SELECT id, subject_id AS "contactId", ground, rule_key IS NOT NULL AS "isByRule" FROM retention_run_items
  WHERE run_id = $1 AND outcome = 'pending' AND subject_id IS NOT NULL AND action <> 'narrow' AND erasure_id IS NULL AND id > $2 ORDER BY id LIMIT ${batchSize}`;

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
    private readonly parts: NarrowPeople,
    private readonly plain: PlainErasures,
  ) {}

  /** Those who go, and then what goes of those who stay. */
  async purge(run: RetentionRun): Promise<void> {
    await this.forget(run);
    await this.parts.narrow(run);
  }

  private async forget(run: RetentionRun): Promise<void> {
    let last = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const items = await this.database.read<PersonItem & Record<string, unknown>>(next, [run.id, last]);
      for (let at = 0; at < items.length; at += soughtAtOnce)
        await this.forgetSome(run, items.slice(at, at + soughtAtOnce));
      await this.completion.complete(run);
      last = items.at(-1)?.id ?? last;
      if (items.length < batchSize) return;
    }
  }

  private async forgetSome(run: RetentionRun, items: PersonItem[]): Promise<void> {
    const byRule = items.filter(({ isByRule }) => isByRule);
    const prospects = await this.seek(byRule.map(({ contactId }) => contactId));
    for (const item of items) {
      const prospect = prospects.get(item.contactId);
      if (prospect && (await this.erasePlainly(run, item, prospect))) continue;
      await inTurn({ database: this.database, logger: this.logger }, { run, item }, () =>
        this.erase(run, item),
      );
    }
  }

  /** Nobody where that fails: then each goes the other way, which tells why. */
  private async seek(contactIds: string[]): Promise<Map<string, ProspectivePerson>> {
    try {
      return await this.plain.seek(runContext, contactIds);
    } catch (error) {
      if (isDatabaseLost(error)) throw error;
      return new Map();
    }
  }

  /** Where that fails, the other way tells why. */
  private async erasePlainly(
    run: RetentionRun,
    item: PersonItem,
    prospect: ProspectivePerson,
  ): Promise<boolean> {
    const { contactId, ground } = item;
    const request = { contactId, ground, runId: run.id, asOf: run.asOf, prospect };
    try {
      return await this.plain.erase(runContext, request, async (tx, erasureId) => {
        if (!(await mark(tx, { run, item }, { ...endings.executing, erasureId }))) throw new TakenByAnother();
      });
    } catch (error) {
      if (isDatabaseLost(error)) throw error;
      return error instanceof TakenByAnother;
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
