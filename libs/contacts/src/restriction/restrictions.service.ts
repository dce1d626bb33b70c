import { Inject, Injectable } from '@nestjs/common';
import { Audit, PrivacyOfficer, type PrivacySubject } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import {
  actingUserId,
  changesOf,
  InvalidInput,
  newId,
  NotFound,
  type Clock,
  type Page,
  type PageRequest,
  type RequestContext,
} from '@seloste/kernel';
import { CLOCK, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { Contact } from '../contact.entity.js';
import { ContactErased } from '../contacts.errors.js';
import { findCurrent, getCurrent, holdRestrictionsAlone, isHeldBack } from './current-restriction.js';
import { Liftings } from './liftings.js';
import { listRestrictions, readRestriction } from './read-restrictions.js';
import type {
  LiftRestriction,
  PlaceRestriction,
  RestrictionListItem,
  RestrictionResponse,
} from './restrictions.dto.js';
import { Restriction } from './restriction.entity.js';
import { HeldPersonIsRestricted } from './restriction.errors.js';

/** Placing, reading and lifting restrictions of processing (GDPR Art. 18): for privacy officers, each time on record. */
@Injectable()
export class RestrictionsService {
  constructor(
    private readonly privacy: PrivacyOfficer,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
    private readonly liftings: Liftings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound; InvalidInput without `context.privacyReason` */
  get(context: RequestContext, contactId: string): Promise<RestrictionResponse> {
    return this.privacy.look(context, subjectOf(contactId), async (tx) =>
      readRestriction(readerOf(tx), (await getCurrent(tx, contactId)).id),
    );
  }

  /** Everybody whose processing is restricted, latest first. @throws InvalidInput without `context.privacyReason` */
  list(context: RequestContext, request: PageRequest): Promise<Page<RestrictionListItem>> {
    return this.privacy.act(context, { subjectType: 'restriction' }, (tx) =>
      listRestrictions(this.privacy.readerOf(tx), request),
    );
  }

  /**
   * Makes the person absent for everybody. On somebody who is restricted already it replaces reason and day, and takes
   * a lifting back that has not happened yet.
   * @throws NotFound, ContactErased, InvalidInput for a day that is not to come
   */
  async place(
    context: RequestContext,
    contactId: string,
    { reason, until = null }: PlaceRestriction,
  ): Promise<RestrictionResponse> {
    if (until !== null && until <= (await this.calendar.today()))
      throw InvalidInput.of('until', 'past', 'must be a day to come');
    return this.privacy.act(because(context, reason), subjectOf(contactId), async (tx) => {
      await holdRestrictionsAlone(tx);
      const contact = await tx.findOneBy(Contact, { id: contactId });
      if (!contact) throw new NotFound('contact');
      if (contact.erasedAt !== null) throw new ContactErased();
      const current = await findCurrent(tx, contactId);
      const id = current?.id ?? newId();
      if (current) await this.change(tx, context, current, { reason, until });
      else {
        const [placedAt, placedBy] = [this.clock.now(), actingUserId(context)];
        await tx.insert(Restriction, { id, contactId, reason, until, placedAt, placedBy });
        await this.record(tx, context, contactId, {
          action: 'restriction.place',
          fields: ['reason', 'until'],
        });
      }
      return readRestriction(readerOf(tx), id);
    });
  }

  /**
   * Begins to lift: the person is told first. Says how they were told, or has them written to.
   * @returns `lifting.liftedAt` null while they have not been told
   * @throws NotFound; HeldPersonIsRestricted; InvalidInput where nobody was told and there is no e-mail address to write to
   */
  lift(
    context: RequestContext,
    contactId: string,
    { reason, informed }: LiftRestriction,
  ): Promise<RestrictionResponse> {
    return this.privacy.act(because(context, reason), subjectOf(contactId), async (tx) => {
      await holdRestrictionsAlone(tx);
      const restriction = await getCurrent(tx, contactId);
      if (await isHeldBack(tx, contactId)) throw new HeldPersonIsRestricted();
      await this.liftings.begin(tx, context, restriction, reason);
      if (informed) await this.liftings.end(tx, context, restriction, informed);
      else if (!(await this.liftings.tell(tx, context, restriction)))
        throw InvalidInput.of(
          'informed',
          'required',
          'there is no e-mail address: say how the person was told',
        );
      return readRestriction(readerOf(tx), restriction.id);
    });
  }

  private async change(
    tx: EntityManager,
    context: RequestContext,
    current: Restriction,
    input: { reason: string; until: string | null },
  ): Promise<void> {
    const { id, contactId } = current;
    if (current.liftRequestedAt !== null) {
      await tx.update(Restriction, { id }, noLifting);
      await this.record(tx, context, contactId, { action: 'restriction.keep', fields: ['liftRequestedAt'] });
    }
    const changes = changesOf({ reason: current.reason, until: current.until }, input);
    const fields = Object.keys(changes);
    if (fields.length === 0) return;
    await tx.update(Restriction, { id }, changes);
    await this.record(tx, context, contactId, { action: 'restriction.change', fields });
  }

  private record(
    tx: EntityManager,
    context: RequestContext,
    subjectId: string,
    act: { action: string; fields: string[] },
  ): Promise<void> {
    return this.audit.record(tx, context, { ...act, subjectType: 'contact', subjectId });
  }
}

/** As if its end had never been decided. A letter that is on its way then lifts nothing. */
const noLifting = {
  liftRequestedAt: null,
  liftRequestedBy: null,
  liftReason: null,
  noticeId: null,
  noticeQueuedAt: null,
};

const subjectOf = (subjectId: string): PrivacySubject => ({ subjectType: 'contact', subjectId });

/** Placing and lifting say why by themselves. */
const because = (context: RequestContext, reason: string): RequestContext => ({
  ...context,
  privacyReason: context.privacyReason ?? reason,
});
