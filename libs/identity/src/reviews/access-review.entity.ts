import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One round in which every grant is kept or removed: each quarter, and whenever somebody asks for one. At most one is open. */
@Entity('access_reviews')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['security', 'accountability'] })
export class AccessReview {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  /** Such as `2026-Q4`; null: opened by hand. */
  @Column('text', { nullable: true })
  @NotPersonal()
  quarter!: string | null;

  @Column('timestamptz')
  @NotPersonal()
  openedAt!: Date;

  /** Null: the calendar. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  openedBy!: string | null;

  /** What is unanswered then lapses. */
  @Column('timestamptz')
  @NotPersonal()
  dueAt!: Date;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  warnedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  closedAt!: Date | null;
}
