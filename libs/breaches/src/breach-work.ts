import { Inject, Injectable } from '@nestjs/common';
import { Audit, PrivacyOfficer } from '@seloste/audit';
import { actingUserId, newId, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { assertVersion, CLOCK, Database, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { BreachEvent } from './breach-event.entity.js';
import type { BreachStep } from './breach-words.js';
import { Breach } from './breach.entity.js';
import type { BreachResponse } from './breaches.dto.js';
import { BreachClosed } from './breaches.errors.js';
import { readBreach } from './read-breaches.js';

/** A step of the record, with what it changed. */
interface Stepped {
  step: BreachStep;
  people?: number;
  fields?: string[];
}

/** Work on one open breach, which nobody else works on until the transaction ends. It reaches restricted people, too. */
@Injectable()
export class BreachWork {
  constructor(
    private readonly database: Database,
    private readonly privacy: PrivacyOfficer,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, StaleVersion, BreachClosed */
  async carryOn<T>(
    context: RequestContext,
    id: string,
    work: (tx: EntityManager, breach: Breach) => Promise<T>,
    ifMatch?: number,
  ): Promise<T> {
    const acting = await this.because(context, id);
    return this.privacy.act(acting, { subjectType: 'breach', subjectId: id }, async (tx) => {
      const breach = await tx.findOne(Breach, { where: { id }, lock: { mode: 'for_no_key_update' } });
      if (!breach) throw new NotFound('breach');
      assertVersion(breach, ifMatch);
      if (breach.closedAt !== null) throw new BreachClosed();
      return work(tx, breach);
    });
  }

  /** The caller's own reason, or the breach's. @throws NotFound */
  async because(context: RequestContext, id: string): Promise<RequestContext> {
    const [row] = await this.database.read<{ reference: string }>(
      'SELECT reference FROM breaches WHERE id = $1',
      [id],
    );
    if (!row) throw new NotFound('breach');
    return { ...context, privacyReason: context.privacyReason ?? row.reference };
  }

  /** Writes a step into the trail and the audit record. */
  async record(
    tx: EntityManager,
    context: RequestContext,
    { id }: Breach,
    { step, people, fields }: Stepped,
  ): Promise<void> {
    await tx.insert(BreachEvent, {
      ...{ id: newId(), breachId: id, step, people: people ?? null },
      ...{ at: this.clock.now(), by: actingUserId(context) },
    });
    await this.audit.record(tx, context, {
      ...{ action: `breach.${step}`, subjectType: 'breach', subjectId: id },
      ...(fields ? { fields } : {}),
    });
  }

  /** Saves what changed under a new version. */
  async save(tx: EntityManager, breach: Breach): Promise<BreachResponse> {
    breach.version += 1;
    await tx.save(Breach, breach);
    return readBreach(readerOf(tx), breach.id, this.clock.now());
  }
}
