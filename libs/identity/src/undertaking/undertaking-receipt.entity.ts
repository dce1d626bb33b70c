import { NotPersonal, Personal, PersonalRecord, type Language } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a user accepted a version of the undertaking: which, in which language, when. Append-only. */
@Entity('undertaking_receipts')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['security', 'accountability'] })
export class UndertakingReceipt {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  userId!: string;

  @Column('uuid')
  @NotPersonal()
  undertakingId!: string;

  /** In which the text was read. */
  @Column('text')
  @Personal({ category: 'preferences', erasure: 'keep' })
  language!: Language;

  @Column('timestamptz')
  @Personal({ category: 'usage', erasure: 'keep' })
  acceptedAt!: Date;
}
