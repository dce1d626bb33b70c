import { Injectable } from '@nestjs/common';
import { Audit, PrivacyOfficer } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import type { Page, RequestContext } from '@seloste/kernel';
import { EvidenceActs, type Subject } from '@seloste/permissions';
import { readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { assertReviewed } from './hold-terms.js';
import type { HoldQuery, HoldResponse, PlaceHold, ReleaseHold, ReviewHold } from './holds.dto.js';
import { HoldOver } from './holds.errors.js';
import { Holds } from './holds.js';
import { listHolds, readHold, readHolds } from './read-holds.js';

/** Placing, looking at and releasing holds: each with who, when and why, none ever changed. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly acts: EvidenceActs,
    private readonly privacy: PrivacyOfficer,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
    private readonly holds: Holds,
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
    return this.acts.write(context, { subject, permission: 'holds.manage' }, async (tx) => {
      const id = await this.holds.place(tx, context, { ...input, subject });
      return readHold(readerOf(tx), id, today);
    });
  }

  /** Ends it before its day, or where it has none. @throws NotFound, HoldOver */
  release(context: RequestContext, id: string, { reason }: ReleaseHold): Promise<HoldResponse> {
    return this.follow(context, id, (tx) => this.holds.release(tx, context, { id, reason }));
  }

  /** It is still needed, and looked at again on a day to come. @throws NotFound, HoldOver, InvalidInput */
  async review(context: RequestContext, id: string, { note, reviewOn }: ReviewHold): Promise<HoldResponse> {
    assertReviewed(reviewOn, await this.calendar.today());
    return this.follow(context, id, (tx, subject) =>
      this.holds.review(tx, context, { id, subject, note, reviewOn }),
    );
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
