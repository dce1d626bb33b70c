import { Inject, Injectable, Logger } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import type { Clock, RequestContext } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import { IsNull, type EntityManager } from 'typeorm';
import { grantReasons } from '../grants/grant-reasons.js';
import { isLastAdmin, lockAdmins } from '../grants/last-admin.js';
import { grantEntry } from '../grants/role-changes.js';
import { RoleGrant } from '../grants/role-grant.entity.js';
import { AccessReviewItem } from './access-review-item.entity.js';
import { AccessReview } from './access-review.entity.js';
import { warnedBefore } from './quarter.js';
import { ReviewLetters } from './review-letters.js';
import { mayReview, reviewerOf } from './reviewers.js';

/** What the passing of time does to the open review: a warning a week before the end, and the end. */
@Injectable()
export class ConcludeReview {
  private readonly logger = new Logger('AccessReview');

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly letters: ReviewLetters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(context: RequestContext): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockAdmins(tx);
      const lock = { mode: 'pessimistic_write' } as const;
      const review = await tx.findOne(AccessReview, { where: { closedAt: IsNull() }, lock });
      if (!review) return;
      const now = this.clock.now();
      await handOn(tx, review.id, now);
      if (now >= review.dueAt) await this.lapse(tx, context, review, now);
      else if (review.warnedAt === null && now.getTime() >= review.dueAt.getTime() - warnedBefore) {
        await this.letters.send(tx, 'access_review_warning', review);
        await tx.update(AccessReview, { id: review.id }, { warnedAt: now });
      }
      await closeWhenDone(tx, review.id, now);
    });
  }

  /** Unanswered grants end, the newest first; the last administrator's is kept, and an alarm raised. */
  private async lapse(
    tx: EntityManager,
    context: RequestContext,
    review: AccessReview,
    now: Date,
  ): Promise<void> {
    const open = await tx.query<
      { id: string; grant_id: string; is_admin: boolean; alarmed_at: Date | null }[]
    >(
      `SELECT i.id, i.grant_id, g.role = 'admin' AS is_admin, i.alarmed_at
       FROM access_review_items i JOIN role_grants g ON g.id = i.grant_id
       WHERE i.review_id = $1 AND i.decision IS NULL AND g.ended_at IS NULL ORDER BY g.granted_at DESC, g.id DESC`,
      [review.id],
    );
    const entries: AuditEntry[] = [];
    for (const { id, grant_id, is_admin, alarmed_at } of open) {
      if (!is_admin || !(await isLastAdmin(tx, grant_id, now)))
        entries.push(...(await endUnanswered(tx, { itemId: id, grantId: grant_id, now })));
      else if (alarmed_at === null) {
        await tx.update(AccessReviewItem, { id }, { alarmedAt: now });
        entries.push(itemEntry('access_review.alarm', id));
        this.logger.error(
          'Nobody answered for the last administrator in the review of access; the grant is kept.',
        );
      }
    }
    if (entries.length > 0) await this.audit.recordAll(tx, context, entries);
  }
}

async function endUnanswered(
  tx: EntityManager,
  { itemId, grantId, now }: { itemId: string; grantId: string; now: Date },
): Promise<AuditEntry[]> {
  const grant = await tx.findOneByOrFail(RoleGrant, { id: grantId });
  grant.end(now, null, grantReasons.unanswered);
  await tx.save(grant);
  await tx.update(AccessReviewItem, { id: itemId }, { decision: 'lapsed', decidedAt: now });
  return [itemEntry('access_review.lapse', itemId), grantEntry('role_grant.end', grant)];
}

/** What was asked of somebody who may answer no more is asked of another. */
async function handOn(tx: EntityManager, reviewId: string, now: Date): Promise<void> {
  await tx.query(
    `UPDATE access_review_items i SET reviewer_id = ${reviewerOf('g.user_id', '$2')}
     FROM role_grants g WHERE g.id = i.grant_id AND i.review_id = $1 AND i.decision IS NULL AND g.ended_at IS NULL
       AND NOT ${mayReview('i.reviewer_id', '$2')}`,
    [reviewId, now],
  );
}

/** The review is over when nothing in it waits for an answer. */
async function closeWhenDone(tx: EntityManager, reviewId: string, now: Date): Promise<void> {
  await tx.query(
    `UPDATE access_reviews r SET closed_at = $2 WHERE id = $1 AND NOT EXISTS (
       SELECT 1 FROM access_review_items i JOIN role_grants g ON g.id = i.grant_id
       WHERE i.review_id = r.id AND i.decision IS NULL AND g.ended_at IS NULL)`,
    [reviewId, now],
  );
}

const itemEntry = (action: string, id: string): AuditEntry => ({
  action,
  subjectType: 'access_review_item',
  subjectId: id,
});
