import { NotPersonal, Personal, PersonalRecord, type SourceKind } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a person's data came from, and when (GDPR Art. 14(2)(f); H9, C3, K3, P3). Each person has at least one. */
@Entity('contact_sources')
@PersonalRecord({ subject: 'contact', retention: 'relationship', purposes: ['accountability'] })
export class ContactSource {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  contactId!: string;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'keep' })
  kind!: SourceKind;

  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'redact' })
  what!: string | null;

  @Column('date')
  @Personal({ category: 'provenance', erasure: 'generalise' })
  collectedOn!: string;

  @Column('timestamptz')
  @NotPersonal()
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  recordedBy!: string | null;

  /** Follows the person's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the person’s flag')
  restricted!: boolean;
}
