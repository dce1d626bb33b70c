import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { newId, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, prepared } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { Erasure, ErasureCounts } from '../erasure.entity.js';
import { mark, newPseudonym } from './new-values.js';
import { runStep } from './run-step.js';
import type { Survey } from './survey.js';

/** What waits for the person never leaves; what was in hand when its process died may have. */
export const stopMessages = `
  UPDATE messages SET sealed_content = NULL, decided_at = $2, decision_code = 'erased', decision_law = 'GDPR Art. 17(1)',
    status = CASE status WHEN 'waiting' THEN 'stopped' ELSE 'in_doubt' END
  WHERE contact_id = $1 AND status IN ('waiting', 'handing_over')`;

/** Carries an erasure out, in the transaction of the eraser that holds the person. */
@Injectable()
export class Execution {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Afterwards nothing of what the survey names is left in its tables. `erasure` is changed, not yet saved. */
  async carryOut(
    tx: EntityManager,
    context: RequestContext,
    erasure: Erasure,
    survey: Survey,
  ): Promise<void> {
    const { id, restricted } = survey.person;
    const at = this.clock.now();
    const pseudonym = (erasure.pseudonym ??= newPseudonym());
    // First of all: whatever comes at the same time knows by this that the person is not to be brought back.
    await prepared(tx, 'SELECT suppress_erased($1, $2)', [id, at]);
    await prepared(tx, stopMessages, [id, at]);
    const counts: ErasureCounts = {};
    for (const step of survey.steps) {
      const count = await runStep(tx, step, { pseudonym, at });
      const ofTable = (counts[step.table] ??= {});
      ofTable[step.action] = (ofTable[step.action] ?? 0) + count;
    }
    const isHeld = survey.holds.length > 0;
    if (isHeld && !restricted) erasure.restrictionId = await this.restrict(tx, id, at);
    Object.assign(erasure, {
      counts,
      executedAt: at,
      manner: isHeld ? null : survey.isDeleted ? 'deleted' : 'pseudonymised',
      failure: null,
      // As its own row says by now.
      note: erasure.note && mark,
    });
    await this.audit.record(tx, context, {
      action: isHeld ? 'contact.erase_partly' : 'contact.erase',
      subjectType: 'contact',
      subjectId: id,
      fields: Object.keys(counts),
    });
  }

  /** Whose data is kept for nothing but a hold is absent for everybody but privacy officers (GDPR Art. 18(2)). */
  private async restrict(tx: EntityManager, contactId: string, at: Date): Promise<string> {
    const id = newId();
    await tx.query(`INSERT INTO restrictions (id, contact_id, reason, placed_at) VALUES ($1, $2, $3, $4)`, [
      id,
      contactId,
      'GDPR Art. 17(3)',
      at,
    ]);
    return id;
  }
}
