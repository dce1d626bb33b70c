import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import { actingUserId, newId, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { subjectOf, type Subject } from '@seloste/permissions';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { HeldCategory, HoldGround } from './hold-grounds.js';
import { HoldReview } from './hold-review.entity.js';
import { termsOf } from './hold-terms.js';
import { Hold } from './hold.entity.js';
import type { PlaceHold } from './holds.dto.js';
import { HoldOver, NothingToHold } from './holds.errors.js';

/** What keeps something of a person today. Days are `YYYY-MM-DD`. */
export interface HoldInForce {
  id: string;
  ground: HoldGround;
  /** The last day; null: until it is released. */
  until: string | null;
  /** When it has to be looked at again. */
  reviewOn: string | null;
  /** What of the person has to stay; the rest may go. */
  categories: HeldCategory[];
}

const columns = `h.hold_id AS id, h.ground, h.until::text AS until, h.review_on::text AS "reviewOn", h.categories`;

/**
 * What may not go yet: holds of the person's own, and of the companies where they work, or worked when the hold was
 * placed. Whoever the caller may see; a hold ends by itself when its last day is over.
 */
@Injectable()
export class Holds {
  constructor(
    private readonly calendar: Calendar,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Places a hold with what brings it about, an open request of the person for one: both are committed, or neither. Who
   * may do so is asked by the caller. Returns its id.
   * @throws InvalidInput, NothingToHold
   */
  async place(
    tx: EntityManager,
    context: RequestContext,
    { subject, ...input }: PlaceHold & { subject: Subject },
  ): Promise<string> {
    const today = await this.calendar.today();
    const terms = termsOf(input, today);
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
    const given = Object.entries(terms).flatMap(([field, value]) => (value === null ? [] : [field]));
    const fields = ['ground', 'reason', ...given];
    await this.audit.record(tx, context, { action: 'hold.place', ...subjectOf(subject), fields });
    return id;
  }

  /** Ends a hold with what it was for, before its day or where it has none. @throws NotFound, HoldOver */
  async release(
    tx: EntityManager,
    context: RequestContext,
    { id, reason }: { id: string; reason: string },
  ): Promise<void> {
    const hold = await tx.findOneBy(Hold, { id });
    if (!hold) throw new NotFound('hold');
    const released = await tx.query<unknown[]>(
      `INSERT INTO hold_releases (hold_id, contact_id, reason, released_at, released_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (hold_id) DO NOTHING RETURNING hold_id`,
      [id, hold.contactId, reason, this.clock.now(), actingUserId(context)],
    );
    if (released.length === 0) throw new HoldOver();
    const subject = hold.contactId ? { contactId: hold.contactId } : { companyId: hold.companyId ?? '' };
    const entry = { action: 'hold.release', ...subjectOf(subject), fields: ['reason'] };
    await this.audit.record(tx, context, entry);
  }

  /** It is still needed, and looked at again on a day to come. */
  async review(
    tx: EntityManager,
    context: RequestContext,
    { id, subject, note, reviewOn }: { id: string; subject: Subject; note: string; reviewOn: string },
  ): Promise<void> {
    const reviewedOn = await this.calendar.today();
    const by = { reviewedOn, reviewedAt: this.clock.now(), reviewedBy: actingUserId(context) };
    const contactId = subject.contactId ?? null;
    await tx.insert(HoldReview, { id: newId(), holdId: id, contactId, note, reviewOn, ...by });
    const entry = { action: 'hold.review', ...subjectOf(subject), fields: ['note', 'reviewOn'] };
    await this.audit.record(tx, context, entry);
  }

  async isHeld(tx: EntityManager, contactId: string): Promise<boolean> {
    return (await this.holdsOf(tx, contactId)).length > 0;
  }

  /** In force today, the one that lasts longest first. */
  async holdsOf(tx: EntityManager, contactId: string): Promise<HoldInForce[]> {
    return tx.query<HoldInForce[]>(
      `SELECT ${columns} FROM holds_of(ARRAY[$1::uuid], $2) h ORDER BY h.until DESC NULLS FIRST, h.hold_id`,
      [contactId, await this.calendar.today()],
    );
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
