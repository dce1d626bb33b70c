import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import {
  actingUserId,
  changesOf,
  InvalidInput,
  newId,
  randomLetters,
  type Clock,
  type Page,
  type RequestContext,
} from '@seloste/kernel';
import { CLOCK, Database, readerOf } from '@seloste/platform';
import { BreachWork } from './breach-work.js';
import { Breach } from './breach.entity.js';
import type {
  AssessBreach,
  BreachListItem,
  BreachQuery,
  BreachReported,
  BreachResponse,
  NotifyAuthority,
  ReportBreach,
} from './breaches.dto.js';
import { NotToldYet } from './breaches.errors.js';
import { listBreaches, readBreach } from './read-breaches.js';
import { notifyBefore } from './time-limit.js';

/** The register of breaches: anybody of ours reports one, the privacy officer assesses it and tells whom the law names (GDPR Art. 33, 34). */
@Injectable()
export class Breaches {
  constructor(
    private readonly database: Database,
    private readonly work: BreachWork,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput */
  async report(context: RequestContext, { facts, awareAt }: ReportBreach): Promise<BreachReported> {
    const now = this.clock.now();
    const aware = this.past('awareAt', awareAt) ?? now;
    const [id, reference] = [newId(), `BR-${randomLetters(6)}`];
    await this.database.transaction(async (tx) => {
      const breach = Object.assign(new Breach(), {
        ...{ id, reference, facts, awareAt: aware, beganAt: null, endedAt: null, natures: [] },
        ...{ effects: null, measures: null, risk: null, riskReason: null, authorityNotifiedAt: null },
        ...{ delayReason: null, silence: null, silenceReason: null, closedAt: null, version: 1 },
        ...{ reportedBy: actingUserId(context), reportedAt: now },
      });
      await tx.insert(Breach, { ...breach });
      await this.work.record(tx, context, breach, { step: 'reported' });
    });
    return { id, reference, notifyBefore: notifyBefore(aware) };
  }

  async list(context: RequestContext, query: BreachQuery): Promise<Page<BreachListItem>> {
    const page = await listBreaches(this.database, query, this.clock.now());
    await this.audit.recordRead(context, { action: 'breach.list', subjectType: 'breach' });
    return page;
  }

  /** @throws NotFound */
  async get(context: RequestContext, id: string): Promise<BreachResponse> {
    const breach = await readBreach(this.database, id, this.clock.now());
    await this.audit.recordRead(context, { action: 'breach.read', subjectType: 'breach', subjectId: id });
    return breach;
  }

  /** @throws NotFound, InvalidInput, StaleVersion, BreachClosed */
  assess(
    context: RequestContext,
    id: string,
    input: AssessBreach,
    ifMatch?: number,
  ): Promise<BreachResponse> {
    const given = {
      ...input,
      beganAt: this.past('beganAt', input.beganAt),
      endedAt: this.past('endedAt', input.endedAt),
    };
    return this.work.carryOn(
      context,
      id,
      async (tx, breach) => {
        const changes = changesOf(breach, given);
        assertReasoned({ ...breach, ...changes });
        const fields = Object.keys(changes);
        if (fields.length === 0) return readBreach(readerOf(tx), id, this.clock.now());
        await this.work.record(tx, context, breach, { step: 'assessed', fields });
        return this.work.save(tx, Object.assign(breach, changes));
      },
      ifMatch,
    );
  }

  /** The Data Protection Ombudsman was told. @throws NotFound, InvalidInput, BreachClosed */
  notified(context: RequestContext, id: string, input: NotifyAuthority): Promise<BreachResponse> {
    const authorityNotifiedAt = this.past('notifiedAt', input.notifiedAt) ?? this.clock.now();
    return this.work.carryOn(context, id, async (tx, breach) => {
      if (authorityNotifiedAt < breach.awareAt)
        throw InvalidInput.of('notifiedAt', 'past', 'must not lie before we became aware of it');
      const delayReason = input.delayReason ?? breach.delayReason;
      if (authorityNotifiedAt > notifyBefore(breach.awareAt) && delayReason === null)
        throw InvalidInput.of('delayReason', 'required', 'must say why it took longer than 72 hours');
      await this.work.record(tx, context, breach, { step: 'authority_notified' });
      return this.work.save(tx, Object.assign(breach, { authorityNotifiedAt, delayReason }));
    });
  }

  /** @throws NotFound, BreachClosed, NotToldYet */
  close(context: RequestContext, id: string): Promise<BreachResponse> {
    return this.work.carryOn(context, id, async (tx, breach) => {
      const { risk, authorityNotifiedAt, silence } = breach;
      if (risk === null || (risk !== 'none' && authorityNotifiedAt === null)) throw new NotToldYet();
      const untold = await tx.query<unknown[]>(
        'SELECT 1 AS one FROM breach_people WHERE breach_id = $1 AND told_at IS NULL LIMIT 1',
        [id],
      );
      if (risk === 'high' && silence === null && untold.length > 0) throw new NotToldYet();
      await this.work.record(tx, context, breach, { step: 'closed' });
      return this.work.save(tx, Object.assign(breach, { closedAt: this.clock.now() }));
    });
  }

  /** @throws InvalidInput for a time to come */
  private past<T extends string | null | undefined>(field: string, text: T): Date | Exclude<T, string> {
    if (typeof text !== 'string') return text as Exclude<T, string>; // null or undefined by its type
    const at = new Date(text);
    if (at > this.clock.now()) throw InvalidInput.of(field, 'future', 'must not lie in the future');
    return at;
  }
}

/** @throws InvalidInput where a judgement lacks its reason, or a reason its judgement */
function assertReasoned({ risk, riskReason, silence, silenceReason, beganAt, endedAt }: Breach): void {
  const pairs = { riskReason: [risk, riskReason], silenceReason: [silence, silenceReason] } as const;
  for (const [field, [judgement, reason]] of Object.entries(pairs))
    if ((judgement === null) !== (reason === null))
      throw InvalidInput.of(field, 'required', 'a judgement and its reason go together');
  if (beganAt !== null && endedAt !== null && endedAt < beganAt)
    throw InvalidInput.of('endedAt', 'past', 'must not lie before its beginning');
}
