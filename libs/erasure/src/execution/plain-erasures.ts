import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { newId, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { Erasure, type ErasureGround } from '../erasure.entity.js';
import { soughtPeople, type ProspectivePerson } from '../mentions-review/person.js';
import { SoughtPeople } from '../mentions-review/sought-people.js';
import { addErasure } from '../save-erasures.js';
import { Eraser } from './eraser.js';
import { newPseudonym } from './new-values.js';
import { OneCalls } from './one-calls.js';

/** Whom a purge erases by a rule, and by what they are recognised. */
export interface PlainRequest {
  contactId: string;
  ground: ErasureGround;
  runId: string;
  /** The day of the purge, `YYYY-MM-DD`. */
  asOf: string;
  prospect: ProspectivePerson;
}

/**
 * The same erasure as `Conduct` carries out, in few round trips, for the many of a purge of whom nothing is particular.
 * Whoever else there is, is left to `Conduct`, untouched.
 */
@Injectable()
export class PlainErasures {
  constructor(
    private readonly eraser: Eraser,
    private readonly calls: OneCalls,
    private readonly people: SoughtPeople,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By what these are recognised, asked for at once: before anything of them is erased. */
  seek(context: RequestContext, contactIds: string[]): Promise<Map<string, ProspectivePerson>> {
    return this.eraser.transaction(context, (tx) => soughtPeople(tx, contactIds));
  }

  /**
   * Erases the person now, the look everywhere coming later; in a transaction of its own, in which `within` writes down
   * what it will. Returns false where theirs is no plain case, and nothing was done.
   */
  erase(
    context: RequestContext,
    { prospect, ...request }: PlainRequest,
    within: (tx: EntityManager, erasureId: string) => Promise<void>,
  ): Promise<boolean> {
    const { contactId } = request;
    return this.eraser.transaction(context, async (tx) => {
      const [pseudonym, at] = [newPseudonym(), this.clock.now()];
      const done = await this.calls.call(tx, { ...request, pseudonym, at, basis: prospect.basis });
      if (done === null) return false;
      const erasure = erasedByRule(request, { ...done, pseudonym, at });
      await addErasure(tx, erasure);
      const fields = Object.keys(done.counts);
      const act = { action: 'contact.erase', subjectType: 'contact', subjectId: contactId, fields };
      await this.audit.record(tx, context, act);
      await this.people.keep(tx, erasure.id, prospect.person);
      await within(tx, erasure.id);
      return true;
    });
  }
}

function erasedByRule(
  { contactId, ground, runId }: Pick<PlainRequest, 'contactId' | 'ground' | 'runId'>,
  {
    pseudonym,
    at,
    counts,
    isDeleted,
  }: Pick<Erasure, 'counts'> & { pseudonym: string; at: Date; isDeleted: boolean },
): Erasure {
  return Object.assign(new Erasure(), {
    ...{ id: newId(), contactId, runId, ground, status: 'executing', note: null, planId: null },
    ...{ notBefore: null, requestedAt: at, requestedBy: null, restrictionId: null },
    ...{ manner: isDeleted ? 'deleted' : 'pseudonymised', pseudonym, counts, executedAt: at },
    ...{ completedAt: null, failure: null, scan: null, certificate: null, certificateHash: null },
  } as const);
}
