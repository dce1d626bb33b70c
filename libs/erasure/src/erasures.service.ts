import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import { DomainError, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, isDatabaseLost } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { Erasure, type ErasureGround, type ErasureStatus } from './erasure.entity.js';
import { NotInGrace } from './erasures.errors.js';
import { Conduct, type ErasureRequest } from './execution/conduct.js';
import { Eraser } from './execution/eraser.js';
import { lockPerson, MustBeginAgain, MustHoldRestrictions } from './execution/lock-person.js';
import { isPassing, oncePassed } from './runs/failure-code.js';

/** How an erasure ended, or where it stands. */
export interface ErasureOutcome {
  id: string;
  status: ErasureStatus;
}

/** The one way to forget a person, whoever asks: a request, the purge, somebody by hand, a consent withdrawn (design rule 5). */
@Injectable()
export class Erasures {
  constructor(
    private readonly eraser: Eraser,
    private readonly conduct: Conduct,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Erases the person now, or on the day that the grace ends; asked again it goes on with what is left, and says how it
   * stands. `held`: what may go is gone. In a transaction of its own, in which `within` writes down what it will.
   * What is nobody's fault and passes is tried again, and is no failure on record.
   * @throws NotFound; PlanOutdated; NotDue; PersonRestricted where a rule would erase somebody whose processing is restricted
   */
  async erase(
    context: RequestContext,
    request: ErasureRequest,
    within?: (tx: EntityManager, outcome: ErasureOutcome) => Promise<void>,
  ): Promise<ErasureOutcome> {
    const today = await this.calendar.today();
    const once = (isSure: boolean) =>
      this.eraser.transaction(context, async (tx) => {
        const person = await lockPerson(tx, request.contactId, { today, isSure });
        const { id, status } = await this.conduct.goOn(tx, context, request, person);
        await within?.(tx, { id, status });
        return { id, status };
      });
    const begun = () =>
      once(false).catch((error: unknown) => {
        if (!(error instanceof MustBeginAgain)) throw error;
        return once(error instanceof MustHoldRestrictions);
      });
    try {
      return await oncePassed(begun);
    } catch (error) {
      if (!(error instanceof DomainError) && !isDatabaseLost(error) && !isPassing(error))
        await this.eraser.transaction(context, (tx) => this.conduct.failed(tx, context, request));
      throw error;
    }
  }

  /** The last look for those who were erased with `isScannedLater`, in one transaction; how each of them stands. */
  completeTogether(
    context: RequestContext,
    ids: string[],
    within: (tx: EntityManager, outcomes: ErasureOutcome[]) => Promise<void>,
  ): Promise<void> {
    return this.eraser.transaction(context, async (tx) => {
      const erasures = await this.conduct.completeTogether(tx, context, ids);
      await within(
        tx,
        erasures.map(({ id, status }) => ({ id, status })),
      );
    });
  }

  /** Whose grace is over, whose hold may have ended, and whom an erasure failed for: what the nightly run goes on with. */
  due(context: RequestContext): Promise<{ contactId: string; ground: ErasureGround }[]> {
    return this.eraser.transaction(context, (tx) =>
      tx.query(
        `SELECT contact_id AS "contactId", ground FROM erasures
         WHERE status = 'in_grace' AND not_before <= $1 OR status IN ('held', 'failed', 'incomplete')
         ORDER BY requested_at, id`,
        [this.clock.now()],
      ),
    );
  }

  /** Takes an erasure back that waits for its day. @throws NotFound, NotInGrace */
  async takeBack(context: RequestContext, id: string): Promise<void> {
    await this.eraser.transaction(context, async (tx) => {
      const erasure = await tx.findOne(Erasure, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!erasure) throw new NotFound('erasure');
      if (erasure.status !== 'in_grace') throw new NotInGrace();
      await tx.delete(Erasure, { id });
      await this.audit.record(tx, context, {
        action: 'erasure.take_back',
        subjectType: 'contact',
        subjectId: erasure.contactId,
      });
    });
  }
}
