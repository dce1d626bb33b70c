import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { actingUserId, newId, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database, holdLock } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { isHeld } from '../access/access-of-user.js';
import { AccessReview } from './access-review.entity.js';
import { quarterOf, reviewLasts } from './quarter.js';
import { ReviewLetters } from './review-letters.js';
import { reviewerOf } from './reviewers.js';
import { ReviewOpen } from './reviews.errors.js';

/** Asks for every grant that counts: keep or remove? (K5) */
@Injectable()
export class OpenReview {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly letters: ReviewLetters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By hand. Returns the id. @throws ReviewOpen */
  byHand(context: RequestContext): Promise<string> {
    return this.database.transaction(async (tx) => {
      if (await isOneOpen(tx)) throw new ReviewOpen();
      return this.open(tx, context, null);
    });
  }

  /** The review of the quarter in which `today` lies, unless it was held, another is open, or the company began in it. */
  async ofQuarter(context: RequestContext, today: string): Promise<void> {
    const quarter = quarterOf(today);
    await this.database.transaction(async (tx) => {
      if (await isOneOpen(tx)) return;
      if (await tx.existsBy(AccessReview, { quarter })) return;
      const [company] = await tx.query<{ began: string }[]>(
        `SELECT to_char(created_at AT TIME ZONE time_zone, 'YYYY-MM-DD') AS began FROM controllers`,
      );
      if (company && quarterOf(company.began) < quarter) await this.open(tx, context, quarter);
    });
  }

  private async open(tx: EntityManager, context: RequestContext, quarter: string | null): Promise<string> {
    const [id, now] = [newId(), this.clock.now()];
    const dueAt = new Date(now.getTime() + reviewLasts);
    await tx.insert(AccessReview, { id, quarter, openedAt: now, openedBy: actingUserId(context), dueAt });
    await tx.query(
      `INSERT INTO access_review_items (id, review_id, grant_id, reviewer_id)
       SELECT gen_random_uuid(), $1, g.id, ${reviewerOf('g.user_id', '$2')}
       FROM role_grants g JOIN users u ON u.id = g.user_id
       WHERE ${isHeld('g', '$2')} AND u.deactivated_at IS NULL`,
      [id, now],
    );
    await this.letters.send(tx, 'access_review', { id, dueAt });
    await this.audit.record(tx, context, {
      action: 'access_review.create',
      subjectType: 'access_review',
      subjectId: id,
    });
    return id;
  }
}

/** Whoever asks first holds the door until the transaction ends. */
async function isOneOpen(tx: EntityManager): Promise<boolean> {
  await holdLock(tx, 'accessReviewOpening');
  const open = await tx.query<unknown[]>('SELECT 1 FROM access_reviews WHERE closed_at IS NULL');
  return open.length > 0;
}
