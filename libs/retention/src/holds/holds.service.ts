import { Inject, Injectable } from '@nestjs/common';
import { Audit, PrivacyOfficer } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import { actingUserId, newId, type Clock, type Page, type RequestContext } from '@seloste/kernel';
import { EvidenceActs, subjectOf, type Subject } from '@seloste/permissions';
import { CLOCK, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { HoldReview } from './hold-review.entity.js';
import { assertReviewed, termsOf } from './hold-terms.js';
import { Hold } from './hold.entity.js';
import type { HoldQuery, HoldResponse, PlaceHold, ReleaseHold, ReviewHold } from './holds.dto.js';
import { HoldOver, NothingToHold } from './holds.errors.js';
import { listHolds, readHold, readHolds } from './read-holds.js';

/** Placing, looking at and releasing holds: each with who, when and why, none ever changed. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly acts: EvidenceActs,
    private readonly privacy: PrivacyOfficer,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden */
  async list(context: RequestContext, subject: Subject): Promise<HoldResponse[]> {
    const today = await this.calendar.today();
    const reached = { subject, permission: 'contacts.read_privacy' as const };
    return this.acts.read(context, { ...reached, action: 'hold.list' }, (reader) =>
      readHolds(reader, context, { subject, today }),
    );
  }

  /** Those in force; of restricted people only for a privacy officer who says why. */
  async listAll(context: RequestContext, query: HoldQuery): Promise<Page<HoldResponse>> {
    const today = await this.calendar.today();
    const page = await this.privacy.read(context, { subjectType: 'contact' }, (reader) =>
      listHolds(reader, context, { query, today }),
    );
    await this.audit.recordRead(context, {
      action: 'hold.list',
      subjectType: 'contact',
      shownIds: page.items.flatMap(({ contact }) => contact?.id ?? []),
    });
    return page;
  }

  /** @throws NotFound, Forbidden, InvalidInput, NothingToHold */
  async place(context: RequestContext, subject: Subject, input: PlaceHold): Promise<HoldResponse> {
    const today = await this.calendar.today();
    const terms = termsOf(input, today);
    return this.acts.write(context, { subject, permission: 'holds.manage' }, async (tx) => {
      const id = newId();
      await tx.insert(Hold, {
        id,
        contactId: subject.contactId ?? null,
        companyId: subject.companyId ?? null,
        ground: input.ground,
        reason: input.reason,
        ...terms,
        placedOn: today,
        placedAt: this.clock.now(),
        placedBy: actingUserId(context),
      });
      await assertIsThere(tx, subject);
      const fields = ['ground', 'reason', ...Object.keys(terms).filter((field) => hasValue(terms, field))];
      await this.audit.record(tx, context, { action: 'hold.place', ...subjectOf(subject), fields });
      return readHold(readerOf(tx), id, today);
    });
  }

  /** Ends it before its day, or where it has none. @throws NotFound, HoldOver */
  release(context: RequestContext, id: string, { reason }: ReleaseHold): Promise<HoldResponse> {
    return this.follow(context, id, async (tx, subject) => {
      const released = await tx.query<unknown[]>(
        `INSERT INTO hold_releases (hold_id, contact_id, reason, released_at, released_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (hold_id) DO NOTHING RETURNING hold_id`,
        [id, subject.contactId ?? null, reason, this.clock.now(), actingUserId(context)],
      );
      if (released.length === 0) throw new HoldOver();
      await this.audit.record(tx, context, {
        action: 'hold.release',
        ...subjectOf(subject),
        fields: ['reason'],
      });
    });
  }

  /** It is still needed, and looked at again on a day to come. @throws NotFound, HoldOver, InvalidInput */
  async review(context: RequestContext, id: string, { note, reviewOn }: ReviewHold): Promise<HoldResponse> {
    const today = await this.calendar.today();
    assertReviewed(reviewOn, today);
    return this.follow(context, id, async (tx, subject) => {
      const by = { reviewedOn: today, reviewedAt: this.clock.now(), reviewedBy: actingUserId(context) };
      const contactId = subject.contactId ?? null;
      await tx.insert(HoldReview, { id: newId(), holdId: id, contactId, note, reviewOn, ...by });
      const fields = ['note', 'reviewOn'];
      await this.audit.record(tx, context, { action: 'hold.review', ...subjectOf(subject), fields });
    });
  }

  /** What happens to a hold in force. */
  private async follow(
    context: RequestContext,
    id: string,
    work: (tx: EntityManager, subject: Subject) => Promise<void>,
  ): Promise<HoldResponse> {
    const today = await this.calendar.today();
    const subject = await this.privacy.read(
      context,
      { subjectType: 'hold', subjectId: id },
      async (reader) => {
        const { contact, company } = await readHold(reader, id, today);
        return contact ? { contactId: contact.id } : { companyId: company?.id ?? '' };
      },
    );
    return this.acts.write(context, { subject, permission: 'holds.manage' }, async (tx) => {
      const hold = await readHold(readerOf(tx), id, today);
      if (hold.status !== 'in_force') throw new HoldOver();
      await work(tx, subject);
      return readHold(readerOf(tx), id, today);
    });
  }
}

/** Asked once the hold is written: whoever erases the person at this moment was waited for by then. @throws NothingToHold */
async function assertIsThere(tx: EntityManager, { contactId }: Subject): Promise<void> {
  const erased = await tx.query<unknown[]>(
    'SELECT 1 AS one FROM contacts WHERE id = $1 AND erased_at IS NOT NULL',
    [contactId ?? null],
  );
  if (erased.length > 0) throw new NothingToHold();
}

const hasValue = (terms: object, field: string): boolean =>
  (terms as Record<string, unknown>)[field] !== null;
