import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `lapsed`: nobody answered in time. */
export const reviewDecisions = ['keep', 'remove', 'lapsed'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

/** The question whether one grant is to be kept, put to one reviewer. */
@Entity('access_review_items')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['security', 'accountability'] })
export class AccessReviewItem {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @NotPersonal()
  reviewId!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  grantId!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  reviewerId!: string;

  @Column('text', { nullable: true })
  @NotPersonal()
  decision!: ReviewDecision | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  decidedAt!: Date | null;

  /** Null while unanswered, and when it lapsed. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  decidedBy!: string | null;

  /** It was due and could not lapse: nobody would be left who can manage users. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  alarmedAt!: Date | null;

  answer(decision: ReviewDecision, at: Date, by: string | null): void {
    this.decision = decision;
    this.decidedAt = at;
    this.decidedBy = by;
  }
}
