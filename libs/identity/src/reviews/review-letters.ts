import { Injectable } from '@nestjs/common';
import type { Language } from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import { AppConfig } from '@seloste/platform';
import type { EntityManager } from 'typeorm';

interface Reviewer {
  id: string;
  name: string;
  email: string;
  language: Language;
  count: number;
}

/** Mail to those who have unanswered questions in a review: how many, until when, and where. */
@Injectable()
export class ReviewLetters {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  async send(
    tx: EntityManager,
    template: 'access_review' | 'access_review_warning',
    { id: reviewId, dueAt }: { id: string; dueAt: Date },
  ): Promise<void> {
    const reviewers = await tx.query<Reviewer[]>(
      `SELECT u.id, u.name, u.email, u.language, count(*)::int AS count
       FROM access_review_items i JOIN role_grants g ON g.id = i.grant_id JOIN users u ON u.id = i.reviewer_id
       WHERE i.review_id = $1 AND i.decision IS NULL AND g.ended_at IS NULL AND u.deactivated_at IS NULL
       GROUP BY u.id`,
      [reviewId],
    );
    for (const { id, name, email, language, count } of reviewers)
      await this.mailer.queue(tx, {
        to: email,
        language,
        template,
        values: {
          ...{ name, count, until: dueAt.toISOString() },
          link: `${this.config.publicUrl}/privacy/reviews`,
        },
        userId: id,
        about: { type: 'access_review', id: reviewId },
      });
  }
}
