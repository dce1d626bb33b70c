import { Inject, Injectable } from '@nestjs/common';
import { Forbidden, InvalidInput, newId, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { becomePrivacyOfficer, CLOCK, Database, readerOf, type ListReader } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit.js';
import { PrivacyAct } from './privacy-act.entity.js';

/** What the officer looks at: one person, or people of a kind. */
export interface PrivacySubject {
  subjectType: string;
  subjectId?: string;
}

/** The one way to restricted people (GDPR Art. 18): a transaction that says so, with a reason, on record. */
@Injectable()
export class PrivacyOfficer {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What to read with: everybody's reader, to which a restricted person does not exist; or, for a privacy officer who
   * says why (`context.privacyReason`), one inside an act that is on record.
   * @throws Forbidden when a reason comes from somebody who is no privacy officer
   */
  read<T>(
    context: RequestContext,
    subject: PrivacySubject,
    work: (reader: ListReader) => Promise<T>,
  ): Promise<T> {
    if (context.privacyReason === undefined) return work(this.database);
    return this.look(context, subject, (tx) => work(this.readerOf(tx)));
  }

  /** An act that only looks: that the officer asked stays on record also where there is nothing to see. @throws as act */
  async look<T>(
    context: RequestContext,
    subject: PrivacySubject,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    const seen = await this.act(context, subject, (tx) => work(tx).catch(nothing));
    if (seen instanceof NotFound) throw seen;
    return seen;
  }

  /** Reads lists inside an act. */
  readerOf(tx: EntityManager): ListReader {
    return { ...readerOf(tx), cursors: this.database.cursors };
  }

  /**
   * One transaction that sees restricted people. The act and its reason are recorded in it first.
   * @throws InvalidInput without a reason; Forbidden for somebody who is no privacy officer
   */
  act<T>(
    context: RequestContext,
    { subjectType, subjectId }: PrivacySubject,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    const { actor, requestId, privacyReason: reason } = context;
    if (actor.kind !== 'user' || !actor.permissions.has('contacts.restrict')) throw new Forbidden();
    if (reason === undefined)
      throw InvalidInput.of('X-Privacy-Reason', 'required', 'say why you act as privacy officer');
    return this.database.transaction(async (tx) => {
      await becomePrivacyOfficer(tx);
      await this.audit.record(tx, context, {
        action: 'privacy_officer.act',
        subjectType,
        subjectId: subjectId ?? null,
      });
      await tx.insert(PrivacyAct, {
        id: newId(),
        userId: actor.userId,
        reason,
        subjectType,
        subjectId: subjectId ?? null,
        requestId,
        actedAt: this.clock.now(),
      });
      return work(tx);
    });
  }

  /** The software itself carries out what a privacy officer has decided, in a transaction that is under way. Each effect is recorded by who has it. */
  async carryOut<T>(tx: EntityManager, work: () => Promise<T>): Promise<T> {
    await becomePrivacyOfficer(tx);
    return work();
  }
}

/** What is not there is an answer, too; anything else undoes the act. */
function nothing(error: unknown): NotFound {
  if (error instanceof NotFound) return error;
  throw error;
}
