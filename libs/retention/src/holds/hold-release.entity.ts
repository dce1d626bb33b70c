import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody ended a hold before its day, or that had none. */
@Entity('hold_releases')
@PersonalRecord({
  subject: 'contact',
  retention: 'relationship',
  purposes: ['accountability'],
  staysWhileHeld: true,
})
export class HoldRelease {
  @PrimaryColumn('uuid')
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
  reason!: string;

  @Column('timestamptz')
  @Personal({ category: 'provenance', erasure: 'keep' })
  releasedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  releasedBy!: string | null;
}
