import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import { actingUserId, type Clock, type Language, type RequestContext } from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { Restriction, type InformedVia } from './restriction.entity.js';

/** Whom to tell, and how. */
interface Reachable {
  name: string;
  language: Language;
  email: string | null;
}

const reachable = `
  SELECT btrim(c.first_name || ' ' || c.last_name) AS name, coalesce(c.language, (SELECT language FROM controllers)) AS language,
    (SELECT value FROM contact_points p WHERE p.contact_id = c.id AND p.kind = 'email' ORDER BY p.position LIMIT 1) AS email
  FROM contacts c WHERE c.id = $1`;

/**
 * How a restriction ends: somebody decides, or its day comes; the person is told; then it is lifted (GDPR Art. 18(3)).
 * Every step is for a transaction that acts as privacy officer and holds the restrictions alone.
 */
@Injectable()
export class Liftings {
  constructor(
    private readonly audit: Audit,
    private readonly mailer: Mailer,
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** It was decided that the restriction ends. Deciding again changes the reason only. */
  async begin(
    tx: EntityManager,
    context: RequestContext,
    restriction: Restriction,
    reason: string | null,
  ): Promise<void> {
    const fields = restriction.liftRequestedAt ? ['liftReason'] : ['liftRequestedAt', 'liftReason'];
    if (restriction.liftRequestedAt && restriction.liftReason === reason) return;
    Object.assign(restriction, {
      liftRequestedAt: restriction.liftRequestedAt ?? this.clock.now(),
      liftRequestedBy: restriction.liftRequestedAt ? restriction.liftRequestedBy : actingUserId(context),
      liftReason: reason,
    });
    const { id, liftRequestedAt, liftRequestedBy, liftReason } = restriction;
    await tx.update(Restriction, { id }, { liftRequestedAt, liftRequestedBy, liftReason });
    await this.record(tx, context, { action: 'restriction.begin_lifting', restriction, fields });
  }

  /**
   * Puts the letter to the person into the outbox, once, as soon as there is a mail server: when that has taken it, the
   * restriction is lifted.
   * @returns false when the person has no e-mail address
   */
  async tell(tx: EntityManager, context: RequestContext, restriction: Restriction): Promise<boolean> {
    const [person] = await tx.query<Reachable[]>(reachable, [restriction.contactId]);
    if (!person?.email) return false;
    if (restriction.noticeId !== null || !this.mailer.isDeliverable) return true;
    const noticeId = await this.mailer.queue(tx, {
      to: person.email,
      language: person.language,
      template: 'restriction_lifting',
      values: { name: person.name, since: restriction.placedAt.toISOString(), reason: null },
      contactId: restriction.contactId,
      about: { type: 'restriction', id: restriction.id },
    });
    await tx.update(Restriction, { id: restriction.id }, { noticeId, noticeQueuedAt: this.clock.now() });
    await this.record(tx, context, {
      action: 'restriction.tell',
      restriction,
      fields: ['noticeQueuedAt'],
    });
    return true;
  }

  /** The person was told: the restriction is lifted, and everything is back where it was. */
  async end(
    tx: EntityManager,
    context: RequestContext,
    restriction: Restriction,
    informed?: { via: InformedVia; on: string },
  ): Promise<void> {
    const { via, on } = informed ?? { via: 'email', on: await this.calendar.today() };
    await tx.update(
      Restriction,
      { id: restriction.id },
      { informedVia: via, informedOn: on, liftedAt: this.clock.now() },
    );
    await this.record(tx, context, {
      action: 'restriction.lift',
      restriction,
      fields: ['informedVia', 'informedOn', 'liftedAt'],
    });
  }

  private record(
    tx: EntityManager,
    context: RequestContext,
    { action, restriction, fields }: { action: string; restriction: Restriction; fields: string[] },
  ): Promise<void> {
    return this.audit.record(tx, context, {
      action,
      subjectType: 'contact',
      subjectId: restriction.contactId,
      fields,
    });
  }
}
