import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody looked at a hold and found that it is still needed, and when it is looked at next. */
@Entity('hold_reviews')
@PersonalRecord({
  subject: 'contact',
  retention: 'relationship',
  purposes: ['accountability'],
  staysWhileHeld: true,
})
export class HoldReview {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @NotPersonal()
  holdId!: string;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  contactId!: string | null;

  /** Follows the person's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the person’s flag')
  restricted!: boolean;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'redact' })
  note!: string;

  /** The next time, at most twelve months later. */
  @Column('date')
  @Personal({ category: 'provenance', erasure: 'keep' })
  reviewOn!: string;

  /** The controller's calendar day. */
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
