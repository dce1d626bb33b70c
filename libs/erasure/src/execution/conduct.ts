import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { actingUserId, newId, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import { In, type EntityManager } from 'typeorm';
import { Completion } from '../certificate/completion.js';
import { Erasure, type ErasureGround, type ErasureStatus } from '../erasure.entity.js';
import { NotDue, PersonRestricted, PlanOutdated } from '../erasures.errors.js';
import { ErasurePlan } from '../plan/erasure-plan.entity.js';
import { saveErasures } from '../save-erasures.js';
import { Execution } from './execution.js';
import { contentsOf, Surveys, type Survey, type SurveyedPerson } from './survey.js';

/** Who is to be forgotten, and why. */
export interface ErasureRequest {
  contactId: string;
  ground: ErasureGround;
  note?: string | null;
  /** The purge that asks for it. */
  runId?: string;
  /** The day (`YYYY-MM-DD`) of the purge by whose rules the person goes: refused when their clock has moved past it. */
  asOf?: string | undefined;
  /** The look everywhere comes later, for many people at once: `Erasures.completeTogether`. */
  isScannedLater?: boolean;
  /** What was agreed to: refused when it is no longer what would happen. */
  planId?: string;
}

/** Nothing more is done about these by asking again. */
const over: ErasureStatus[] = ['complete', 'waiting_for_decisions'];

/** Whoever says so is the person, or somebody who weighed it; a rule of ours is not. */
const decided: ErasureGround[] = ['request', 'by_hand'];

/** When the last of the whole days of grace is over in the controller's zone; the day of asking ($1) is none of them. */
const endOfGrace = `
  SELECT (controller_day($1) + grace_days + 1)::timestamp AT TIME ZONE controller_zone() AS "notBefore"
  FROM erasure_settings WHERE grace_days > 0`;

/** How an erasure goes on from where it stands, in the transaction of the eraser that holds the person. */
@Injectable()
export class Conduct {
  constructor(
    private readonly surveys: Surveys,
    private readonly execution: Execution,
    private readonly completion: Completion,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, NotDue, PersonRestricted, PlanOutdated */
  async goOn(
    tx: EntityManager,
    context: RequestContext,
    request: ErasureRequest,
    person: SurveyedPerson | null,
  ): Promise<Erasure> {
    const current = await tx.findOneBy(Erasure, { contactId: request.contactId });
    if (current && over.includes(current.status)) return current;
    if (current?.executedAt && (person === null || person.erasedAt !== null)) {
      await this.completion.again(tx, context, current);
      return current;
    }
    if (!person || person.erasedAt !== null) throw new NotFound('contact');
    await assertDue(tx, request);
    const erasure = current ? askedAgain(current, context, request) : this.requested(context, request);
    await assertNotTheirs(tx, erasure, person);
    if (await this.waits(tx, context, erasure)) return erasure;
    const survey = await this.surveys.make(tx, person);
    if (request.planId !== undefined) await assertAsPlanned(tx, request, survey);
    Object.assign(erasure, { status: 'executing', runId: request.runId ?? erasure.runId });
    await (current ? saveErasures(tx, erasure) : tx.insert(Erasure, erasure));
    const sought = await this.completion.seek(tx, erasure, current !== null);
    await this.execution.carryOut(tx, context, erasure, survey);
    const next = { isHeld: survey.holds.length > 0, isScannedLater: request.isScannedLater === true };
    await this.completion.afterExecution(tx, context, { erasure, person: sought, ...next });
    return erasure;
  }

  /** The last look for all of these at once, where it is still to come. They are in the order of their ids. */
  async completeTogether(tx: EntityManager, context: RequestContext, ids: string[]): Promise<Erasure[]> {
    const erasures = await tx.find(Erasure, {
      where: { id: In(ids) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const waiting = erasures.filter(
      ({ status, executedAt }) => status === 'executing' && executedAt !== null,
    );
    await this.completion.together(tx, context, waiting);
    return erasures;
  }

  /** Puts on record that an erasure was begun and came to nothing; nothing of the person was changed. */
  async failed(tx: EntityManager, context: RequestContext, request: ErasureRequest): Promise<void> {
    const current = await tx.findOneBy(Erasure, { contactId: request.contactId });
    if (current && over.includes(current.status)) return;
    const erasure = current ? askedAgain(current, context, request) : this.requested(context, request);
    Object.assign(erasure, {
      status: 'failed',
      failure: 'unexpected',
      runId: request.runId ?? erasure.runId,
    });
    await tx.save(Erasure, erasure);
    await this.audit.record(tx, context, { ...aboutPerson(erasure), action: 'erasure.fail' });
  }

  private requested(context: RequestContext, { contactId, ground, note, runId, planId }: ErasureRequest) {
    return Object.assign(new Erasure(), {
      ...{ id: newId(), contactId, ground, note: note ?? null, runId: runId ?? null, planId: planId ?? null },
      status: 'planned' as const,
      notBefore: null,
      requestedAt: this.clock.now(),
      requestedBy: actingUserId(context),
      ...{ manner: null, pseudonym: null, restrictionId: null, counts: {}, executedAt: null },
      ...{ completedAt: null, failure: null, scan: null, certificate: null, certificateHash: null },
    });
  }

  /** Is there a grace, and is it not over yet? A rule's day was known long before, and has none. */
  private async waits(tx: EntityManager, context: RequestContext, erasure: Erasure): Promise<boolean> {
    const now = this.clock.now();
    if (erasure.status === 'in_grace') return erasure.notBefore !== null && erasure.notBefore > now;
    if (erasure.status !== 'planned' || erasure.requestedBy === null) return false;
    const [grace] = await tx.query<{ notBefore: Date }[]>(endOfGrace, [now]);
    if (!grace) return false;
    await tx.save(Erasure, Object.assign(erasure, { status: 'in_grace', notBefore: grace.notBefore }));
    await this.audit.record(tx, context, {
      ...aboutPerson(erasure),
      action: 'erasure.request',
      fields: ['notBefore'],
    });
    return true;
  }
}

/** One that came to nothing is now of whoever asks, for their reason; one under way stays what it was. */
function askedAgain(erasure: Erasure, context: RequestContext, { ground }: ErasureRequest): Erasure {
  if (erasure.status !== 'failed' || erasure.executedAt !== null) return erasure;
  return Object.assign(erasure, { ground, requestedBy: actingUserId(context) ?? erasure.requestedBy });
}

const aboutPerson = ({ contactId }: Erasure) => ({ subjectType: 'contact', subjectId: contactId });

/**
 * GDPR Art. 18(1)(b), (c): whoever had processing restricted may need the data. What our own erasure restricted until a
 * hold ends is another thing.
 * @throws PersonRestricted
 */
async function assertNotTheirs(
  tx: EntityManager,
  { ground, restrictionId }: Erasure,
  { id, restricted }: SurveyedPerson,
): Promise<void> {
  if (!restricted || decided.includes(ground)) return;
  const [own] = await tx.query<unknown[]>(
    'SELECT 1 FROM restrictions WHERE contact_id = $1 AND lifted_at IS NULL AND id IS DISTINCT FROM $2',
    [id, restrictionId],
  );
  if (own) throw new PersonRestricted();
}

/** @throws NotDue */
async function assertDue(tx: EntityManager, { contactId, asOf }: ErasureRequest): Promise<void> {
  if (asOf === undefined) return;
  const due = 'SELECT 1 FROM contacts WHERE id = $1 AND retention_due_on <= $2::date';
  if ((await tx.query<unknown[]>(due, [contactId, asOf])).length === 0) throw new NotDue();
}

/** @throws NotFound, PlanOutdated */
async function assertAsPlanned(
  tx: EntityManager,
  { planId, contactId }: ErasureRequest,
  survey: Survey,
): Promise<void> {
  const plan = await tx.findOneBy(ErasurePlan, { id: planId ?? '', contactId });
  if (!plan) throw new NotFound('erasure plan');
  const { basis } = contentsOf(survey);
  if (basis !== plan.contents.basis) throw new PlanOutdated();
}
