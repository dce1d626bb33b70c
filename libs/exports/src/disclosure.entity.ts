import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The ledger of recipients: to whom a person's data went, when and what for (GDPR Art. 15(1)(c), 19). */
@Entity('disclosures')
@PersonalRecord({ subject: 'contact', retention: 'audit', purposes: ['accountability'] })
export class Disclosure {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  contactId!: string;

  @Column('text')
  @NotPersonal('an organisation')
  recipient!: string;

  @Column('text')
  @NotPersonal('what the file was for')
  purpose!: string;

  @Column('uuid')
  @NotPersonal()
  exportId!: string;

  @Column('timestamptz')
  @NotPersonal()
  disclosedAt!: Date;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  disclosedBy!: string;
}
