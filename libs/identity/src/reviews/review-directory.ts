import { Inject, Injectable } from '@nestjs/common';
import { actingUserId, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database, referenceOf } from '@seloste/platform';
import type {
  ItemState,
  ReviewItemList,
  ReviewItemResponse,
  ReviewList,
  ReviewResponse,
} from './reviews.dto.js';
import { mayAnswer, mayManage } from './reviewers.js';

interface ReviewRow {
  id: string;
  quarter: string | null;
  opened_at: Date;
  due_at: Date;
  closed_at: Date | null;
  item_count: number;
  unanswered_count: number;
  alarmed_count: number;
}

interface ItemRow {
  id: string;
  review_id: string;
  grant_id: string;
  user_id: string;
  user_name: string;
  duty: string | null;
  role: ReviewItemResponse['role'];
  reason: string;
  granted_by: string | null;
  granter: string | null;
  granted_at: Date;
  ends_at: Date | null;
  reviewer_id: string;
  reviewer: string;
  state: ItemState;
  decided_at: Date | null;
  decided_by: string | null;
  decider: string | null;
  alarmed: boolean;
}

/** A question that waits for an answer: item `i` about grant `g`, at the time `$2`. */
const isOpen = 'i.decision IS NULL AND g.ended_at IS NULL AND (g.ends_at IS NULL OR g.ends_at > $2)';

/** Whose items the caller sees: their own; everybody's (null) with `grants.manage`. */
const reviewerSeenBy = (context: RequestContext): string | null =>
  mayManage(context) ? null : actingUserId(context);

/** The reviews of access, and what they ask. */
@Injectable()
export class ReviewDirectory {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those in which the caller is asked something; all of them for who manages grants. */
  async list(context: RequestContext): Promise<ReviewList> {
    return { items: await this.read(context, null) };
  }

  /** @throws NotFound */
  async get(context: RequestContext, id: string): Promise<ReviewResponse> {
    const [review] = await this.read(context, id);
    if (!review) throw new NotFound('access review');
    return review;
  }

  /** @throws NotFound when there is no such review, or nothing in it is the caller's */
  async items(context: RequestContext, reviewId: string): Promise<ReviewItemList> {
    await this.get(context, reviewId);
    return { items: await this.readItems(context, 'i.review_id = $3', reviewId) };
  }

  /** @throws NotFound */
  async item(context: RequestContext, id: string): Promise<ReviewItemResponse> {
    const [item] = await this.readItems(context, 'i.id = $3', id);
    if (!item) throw new NotFound('item of an access review');
    return item;
  }

  private async read(context: RequestContext, id: string | null): Promise<ReviewResponse[]> {
    const rows = await this.database.read<ReviewRow>(
      `SELECT r.id, r.quarter, r.opened_at, r.due_at, r.closed_at, count(i.id)::int AS item_count,
         count(*) FILTER (WHERE ${isOpen} AND i.id IS NOT NULL)::int AS unanswered_count,
         count(*) FILTER (WHERE ${isOpen} AND i.alarmed_at IS NOT NULL)::int AS alarmed_count
       FROM access_reviews r LEFT JOIN access_review_items i ON i.review_id = r.id AND i.reviewer_id = coalesce($1, i.reviewer_id)
         LEFT JOIN role_grants g ON g.id = i.grant_id
       WHERE r.id = coalesce($3, r.id) GROUP BY r.id
       HAVING $1::uuid IS NULL OR count(i.id) > 0 ORDER BY r.opened_at DESC, r.id DESC LIMIT 100`,
      [reviewerSeenBy(context), this.clock.now(), id],
    );
    return rows.map(toReviewResponse);
  }

  private async readItems(context: RequestContext, where: string, id: string): Promise<ReviewItemResponse[]> {
    const rows = await this.database.read<ItemRow>(
      `SELECT i.id, i.review_id, i.grant_id, g.user_id, u.name AS user_name, u.duty, g.role, g.reason, g.granted_by,
         b.name AS granter, g.granted_at, g.ends_at, i.reviewer_id, r.name AS reviewer, i.decided_at, i.decided_by,
         d.name AS decider, CASE WHEN ${isOpen} THEN 'open' ELSE coalesce(i.decision, 'ended') END AS state,
         ${isOpen} AND i.alarmed_at IS NOT NULL AS alarmed
       FROM access_review_items i JOIN role_grants g ON g.id = i.grant_id JOIN users u ON u.id = g.user_id
         JOIN users r ON r.id = i.reviewer_id LEFT JOIN users b ON b.id = g.granted_by LEFT JOIN users d ON d.id = i.decided_by
       WHERE ${where} AND i.reviewer_id = coalesce($1, i.reviewer_id)
       ORDER BY (${isOpen}) DESC, u.name, u.id, g.role`,
      [reviewerSeenBy(context), this.clock.now(), id],
    );
    return rows.map((row) => toItemResponse(context, row));
  }
}

const toReviewResponse = (row: ReviewRow): ReviewResponse => ({
  id: row.id,
  quarter: row.quarter,
  openedAt: row.opened_at,
  dueAt: row.due_at,
  closedAt: row.closed_at,
  itemCount: row.item_count,
  unansweredCount: row.unanswered_count,
  alarmedCount: row.alarmed_count,
});

function toItemResponse(context: RequestContext, row: ItemRow): ReviewItemResponse {
  const isTheirs = mayAnswer(context, { userId: row.user_id, reviewerId: row.reviewer_id });
  return {
    id: row.id,
    reviewId: row.review_id,
    user: { id: row.user_id, name: row.user_name },
    duty: row.duty,
    role: row.role,
    grantId: row.grant_id,
    reason: row.reason,
    grantedBy: referenceOf(row.granted_by, row.granter),
    grantedAt: row.granted_at,
    endsAt: row.ends_at,
    reviewer: { id: row.reviewer_id, name: row.reviewer },
    state: row.state,
    decidedAt: row.decided_at,
    decidedBy: referenceOf(row.decided_by, row.decider),
    alarmed: row.alarmed,
    canAnswer: isTheirs && (row.state === 'open' || row.state === 'keep'),
  };
}
