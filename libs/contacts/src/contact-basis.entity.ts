import { NotPersonal, Personal, PersonalRecord, type LegalBasis, type Purpose } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** On which legal basis a person's data is used for a purpose (GDPR Art. 6(1); P1, V2). */
@Entity('contact_bases')
@PersonalRecord({ subject: 'contact', retention: 'relationship', purposes: ['accountability'] })
export class ContactBasis {
  @PrimaryColumn('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  contactId!: string;

  @PrimaryColumn('text')
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  purpose!: Purpose;

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  basis!: LegalBasis;

  @Column('timestamptz')
  @NotPersonal()
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'delete_row', exported: false })
  recordedBy!: string | null;

  /** Follows the person's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the person’s flag')
  restricted!: boolean;
}
