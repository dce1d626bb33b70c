import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody looked at an open-ended ground for keeping a person, and says why it still holds. Rows are added, never changed. */
@Entity('retention_reviews')
@PersonalRecord({ subject: 'contact', retention: 'relationship', purposes: ['accountability'] })
export class RetentionReview {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  contactId!: string;

  /** Follows the person's (GDPR Art. 18). */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal()
  restricted!: boolean;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'keep' })
  ground!: string;

  @Column('integer')
  @NotPersonal()
  ruleVersion!: number;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'redact' })
  note!: string;

  @Column('date')
  @Personal({ category: 'provenance', erasure: 'keep' })
  reviewedOn!: string;

  @Column('timestamptz')
  @Personal({ category: 'provenance', erasure: 'keep' })
  reviewedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  reviewedBy!: string | null;
}
