import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import { actingUserId, newId, type Clock, type RequestContext } from '@seloste/kernel';
import { EvidenceActs, subjectOf } from '@seloste/permissions';
import { CLOCK, readerOf, referenceOf, type Reader } from '@seloste/platform';
import { NotReviewable } from './retention-reviews.errors.js';
import type { ReviewGround, RetentionReviewResponse } from './retention-reviews.dto.js';
import { RetentionReview } from './retention-review.entity.js';

/** Confirming that an open-ended ground still holds: with who, when and why (design rule 4). */
@Injectable()
export class RetentionReviews {
  constructor(
    private readonly acts: EvidenceActs,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden */
  list(context: RequestContext, contactId: string): Promise<RetentionReviewResponse[]> {
    const reached = { subject: { contactId }, permission: 'contacts.read_privacy' as const };
    return this.acts.read(context, { ...reached, action: 'retention_review.list' }, (reader) =>
      readReviews(reader, contactId),
    );
  }

  /** @throws NotFound, Forbidden, NotReviewable */
  async confirm(
    context: RequestContext,
    contactId: string,
    { ground, note }: ReviewGround,
  ): Promise<RetentionReviewResponse> {
    const reviewedOn = await this.calendar.today();
    const subject = { contactId };
    return this.acts.write(context, { subject, permission: 'retention.extend' }, async (tx) => {
      const [kept] = await tx.query<{ ruleVersion: number }[]>(
        `SELECT retention_rule_version AS "ruleVersion" FROM contacts
         WHERE id = $1 AND retention_ground = $2 AND retention_review_on IS NOT NULL AND erased_at IS NULL FOR NO KEY UPDATE`,
        [contactId, ground],
      );
      if (!kept) throw new NotReviewable();
      const by = { reviewedOn, reviewedAt: this.clock.now(), reviewedBy: actingUserId(context) };
      const id = newId();
      await tx.insert(RetentionReview, { id, contactId, ground, note, ...kept, ...by });
      const fields = ['ground', 'note'];
      await this.audit.record(tx, context, {
        action: 'retention_review.record',
        ...subjectOf(subject),
        fields,
      });
      const [recorded] = await readReviews(readerOf(tx), contactId, id);
      if (!recorded) throw new Error('a review is there once it is recorded');
      return recorded;
    });
  }
}

type Row = Omit<RetentionReviewResponse, 'reviewedBy'> & {
  reviewedBy: string | null;
  reviewedByName: string | null;
};

/** The newest first; only the one named by `id`, when it is given. */
async function readReviews(
  reader: Reader,
  contactId: string,
  id?: string,
): Promise<RetentionReviewResponse[]> {
  const rows = await reader.read<Row>(
    `SELECT r.id, r.contact_id AS "contactId", r.ground, r.note, r.reviewed_on::text AS "reviewedOn", r.reviewed_at AS "reviewedAt",
       r.reviewed_by AS "reviewedBy", u.name AS "reviewedByName"
     FROM retention_reviews r LEFT JOIN users u ON u.id = r.reviewed_by
     WHERE r.contact_id = $1 AND ($2::uuid IS NULL OR r.id = $2) ORDER BY r.reviewed_at DESC, r.id DESC`,
    [contactId, id ?? null],
  );
  return rows.map(({ reviewedBy, reviewedByName, ...row }) => ({
    ...row,
    reviewedBy: referenceOf(reviewedBy, reviewedByName),
  }));
}
