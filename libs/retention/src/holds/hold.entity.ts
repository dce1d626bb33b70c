import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HeldCategory, HoldGround } from './hold-grounds.js';

/** Something of a person or a company has to stay, why and until when (GDPR Art. 17(3); H18, V14). Placed, and never changed. */
@Entity('holds')
@PersonalRecord({
  subject: 'contact',
  retention: 'relationship',
  purposes: ['accountability'],
  staysWhileHeld: true,
})
export class Hold {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  contactId!: string | null;

  /** Follows the person's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the person’s flag')
  restricted!: boolean;

  /** Held for everybody who works there. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  companyId!: string | null;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'keep' })
  ground!: HoldGround;

  /** What is held: the number or name of the document. */
  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'redact' })
  document!: string | null;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'redact' })
  reason!: string;

  @Column('date', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'keep' })
  financialYearEndedOn!: string | null;

  /** The last day; null: until it is released. */
  @Column('date', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'keep' })
  until!: string | null;

  /** When it has to be looked at; follows the latest review. */
  @Column('date', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'keep' })
  reviewOn!: string | null;

  /** What of the person has to stay; the rest may go. */
  @Column('text', { array: true })
  @Personal({ category: 'provenance', erasure: 'keep' })
  categories!: HeldCategory[];

  /** The controller's calendar day. */
  @Column('date')
  @Personal({ category: 'provenance', erasure: 'keep' })
  placedOn!: string;

  @Column('timestamptz')
  @Personal({ category: 'provenance', erasure: 'keep' })
  placedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  placedBy!: string | null;

  /** Follows the latest review. */
  @Column({ type: 'date', nullable: true, insert: false, update: false })
  @Personal({ category: 'provenance', erasure: 'keep' })
  reviewedOn!: string | null;

  /** Follows the release. */
  @Column({ type: 'timestamptz', nullable: true, insert: false, update: false })
  @Personal({ category: 'provenance', erasure: 'keep' })
  releasedAt!: Date | null;
}
