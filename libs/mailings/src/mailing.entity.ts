import { NotPersonal, Personal, PersonalRecord, type Purpose } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SegmentFilters } from './segments/segment.entity.js';

export const mailingStatuses = ['draft', 'scheduled', 'sending', 'paused', 'done', 'cancelled'] as const;
export type MailingStatus = (typeof mailingStatuses)[number];

/** One letter to the people of a segment, and how far it has got. */
@Entity('mailings')
@PersonalRecord({ subject: 'user', retention: 'audit', purposes: ['accountability', 'direct_marketing'] })
export class Mailing {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('text')
  @NotPersonal('what the mailing is about')
  name!: string;

  @Column('text')
  @NotPersonal()
  purpose!: Purpose;

  @Column('uuid')
  @NotPersonal()
  templateId!: string;

  /** Null once the segment was deleted, after the mailing was sent off. */
  @Column('uuid', { nullable: true })
  @NotPersonal()
  segmentId!: string | null;

  /** What it is about, as areas of responsibility (C2); null: about nobody's in particular. */
  @Column('text', { array: true, nullable: true })
  @NotPersonal('words of working life')
  areas!: string[] | null;

  /** Why it concerns the work of those whom it reaches, where the areas do not say it. */
  @Column('text', { nullable: true })
  @NotPersonal('about a message to many')
  roleReason!: string | null;

  /** Why it is service and no marketing in disguise (V4). */
  @Column('text', { nullable: true })
  @NotPersonal('about a message to many')
  serviceReason!: string | null;

  @Column('text')
  @NotPersonal()
  status!: MailingStatus;

  /** What was sent to whom, as it was when it was sent off. */
  @Column('uuid', { nullable: true })
  @NotPersonal()
  templateVersionId!: string | null;

  @Column('text', { nullable: true })
  @NotPersonal('what people have in common')
  segmentName!: string | null;

  @Column('jsonb', { nullable: true })
  @NotPersonal('companies, owners and words of the register; nobody in particular')
  filters!: SegmentFilters | null;

  @Column('text', { nullable: true })
  @NotPersonal()
  profilingPurpose!: Purpose | null;

  /** How many people the segment had when the mailing was sent off. */
  @Column('integer', { nullable: true })
  @NotPersonal()
  people!: number | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  dispatchedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  dispatchedBy!: string | null;

  @Column('text', { nullable: true })
  @NotPersonal()
  requestId!: string | null;

  /** When it begins; null: at once. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  scheduledAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  progressedAt!: Date | null;

  /** From when on every message of it was in the outbox. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  preparedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  finishedAt!: Date | null;

  @Column('integer')
  @NotPersonal()
  version!: number;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  createdBy!: string | null;

  @Column('timestamptz')
  @NotPersonal()
  updatedAt!: Date;
}
