import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { NotFound, type Clock, type DataCategory, type RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { NotDue, PersonRestricted } from '../erasures.errors.js';
import { Eraser } from './eraser.js';
import { ErasureMaps } from './erasure-map.js';
import { lockPerson, MustHoldRestrictions } from './lock-person.js';
import { narrowingSteps } from './narrow-steps.js';
import { runStep } from './run-step.js';
import { counted } from './survey.js';

/** What is to go from whom. The days are `YYYY-MM-DD`. */
export interface NarrowingRequest {
  contactId: string;
  categories: DataCategory[];
  /** The day on which the last ground that needed it ended, as the person's clock says. */
  dueOn: string;
  asOf: string;
}

/** What of these the clock still says is over, is not held, and is of nobody whose erasure has begun. */
const stillDue = `
  SELECT ARRAY(SELECT x FROM unnest(p.categories) AS x WHERE x = ANY ($2) AND NOT EXISTS (
    SELECT FROM holds_of(ARRAY[c.id], $4::date) h WHERE x = ANY (h.categories))) AS categories
  FROM contacts c CROSS JOIN LATERAL jsonb_to_recordset(c.retention_parts) AS p(categories text[], "dueOn" date)
  WHERE c.id = $1 AND p."dueOn" = $3::date AND p."dueOn" <= $4::date AND p.categories && $2
    AND NOT EXISTS (SELECT FROM erasures e WHERE e.contact_id = c.id AND (e.status <> 'failed' OR e.requested_by IS NOT NULL))`;

/**
 * Takes from people who stay what no ground needs any more (GDPR Art. 5(1)(c), (e)): by the steps of an erasure, and
 * nothing besides. They keep their name, are neither restricted nor suppressed, and their clock goes on.
 */
@Injectable()
export class Narrowings {
  constructor(
    private readonly eraser: Eraser,
    private readonly maps: ErasureMaps,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * In a transaction of its own, in which `within` writes down what it will.
   * @throws NotFound; NotDue where nothing of it is left to go, or the clock has moved; PersonRestricted
   */
  async narrow(
    context: RequestContext,
    request: NarrowingRequest,
    within: (tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    const once = (isSure: boolean) =>
      this.eraser.transaction(context, async (tx) => {
        await this.carryOut(tx, context, request, isSure);
        await within(tx);
      });
    await once(false).catch((error: unknown) => {
      if (error instanceof MustHoldRestrictions) return once(true);
      throw error;
    });
  }

  private async carryOut(
    tx: EntityManager,
    context: RequestContext,
    { contactId, categories, dueOn, asOf }: NarrowingRequest,
    isSure: boolean,
  ): Promise<void> {
    const person = await lockPerson(tx, contactId, { today: asOf, isSure });
    if (!person || person.erasedAt !== null) throw new NotFound('contact');
    if (person.restricted) throw new PersonRestricted();
    const [due] = await tx.query<{ categories: DataCategory[] }[]>(stillDue, [
      contactId,
      categories,
      dueOn,
      asOf,
    ]);
    if (!due || due.categories.length === 0) throw new NotDue();
    const { catalogue, ofPerson } = await this.maps.read(tx);
    const what = { categories: new Set(due.categories), neededUntil: dueOn, today: asOf };
    const steps = await counted(tx, narrowingSteps(ofPerson, catalogue, what), contactId);
    if (steps.length === 0) throw new NotDue();
    const how = { pseudonym: '', at: this.clock.now() };
    for (const step of steps) await runStep(tx, step, how);
    await this.audit.record(tx, context, {
      action: 'contact.narrow',
      subjectType: 'contact',
      subjectId: contactId,
      fields: due.categories,
    });
  }
}
