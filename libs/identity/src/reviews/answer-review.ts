import { Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import { actingUserId, Forbidden, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { LiveSessions } from '../access/live-sessions.js';
import { grantReasons } from '../grants/grant-reasons.js';
import { assertAnAdminIsLeft, lockAdmins } from '../grants/last-admin.js';
import { grantEntry } from '../grants/role-changes.js';
import { RoleGrant } from '../grants/role-grant.entity.js';
import { AccessReviewItem } from './access-review-item.entity.js';
import { mayAnswer, mayManage } from './reviewers.js';
import type { ItemAnswer } from './reviews.dto.js';
import { GrantOver } from './reviews.errors.js';

/** Keeping and removing grants in a review, one by one or many at once. */
@Injectable()
export class AnswerReview {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly live: LiveSessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * All answers count, or none. A removed grant ends at once, in every process; `keep` may become `remove` later.
   * @throws NotFound for an item that is not the caller's, Forbidden for one about themselves, GrantOver, LastAdmin
   */
  async run(context: RequestContext, answers: (ItemAnswer & { reviewId?: string })[]): Promise<void> {
    const holders: string[] = [];
    await this.database.transaction(async (tx) => {
      await lockAdmins(tx);
      const entries: AuditEntry[] = [];
      // In one order for everybody, so that two who answer at once do not wait for each other in a circle.
      for (const answer of [...answers].sort((a, b) => a.itemId.localeCompare(b.itemId))) {
        const { item, grant } = await this.lock(tx, context, answer);
        entries.push(...(await this.decide(tx, context, { item, grant, answer })));
        holders.push(grant.userId);
      }
      await assertAnAdminIsLeft(tx, this.clock.now());
      if (entries.length > 0) await this.audit.recordAll(tx, context, entries);
    });
    for (const userId of holders) this.live.forget(userId);
  }

  private async lock(
    tx: EntityManager,
    context: RequestContext,
    { itemId: id, reviewId }: ItemAnswer & { reviewId?: string },
  ) {
    const lock = { mode: 'pessimistic_write' } as const;
    const item = await tx.findOne(AccessReviewItem, { where: { id }, lock });
    const isAsked = item && (reviewId === undefined || item.reviewId === reviewId);
    const isSeen = isAsked && (mayManage(context) || item.reviewerId === actingUserId(context));
    const grant = isSeen && (await tx.findOne(RoleGrant, { where: { id: item.grantId }, lock }));
    if (!grant) throw new NotFound('item of an access review');
    if (!mayAnswer(context, { userId: grant.userId, reviewerId: item.reviewerId })) throw new Forbidden();
    return { item, grant };
  }

  private async decide(
    tx: EntityManager,
    context: RequestContext,
    { item, grant, answer }: { item: AccessReviewItem; grant: RoleGrant; answer: ItemAnswer },
  ): Promise<AuditEntry[]> {
    const [at, by, { decision }] = [this.clock.now(), actingUserId(context), answer];
    if (item.decision === decision) return [];
    if (grant.endedAt !== null || (grant.endsAt !== null && grant.endsAt <= at)) throw new GrantOver();
    item.answer(decision, at, by);
    await tx.save(item);
    const entry = { action: 'access_review.answer', subjectType: 'access_review_item', subjectId: item.id };
    const answered = { ...entry, fields: [decision] };
    if (decision === 'keep') return [answered];
    grant.end(at, by, grantReasons.removedInReview);
    await tx.save(grant);
    return [answered, grantEntry('role_grant.end', grant)];
  }
}
