import { NotPersonal, Personal, PersonalRecord, type Language } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person looks at their own page: thirty minutes at most. */
@Entity('my_data_sessions')
@PersonalRecord({ subject: 'contact', retention: 'session', purposes: ['security'] })
export class MyDataSession {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  /** SHA-256 of the token. */
  @Column('bytea')
  @Personal({ category: 'credentials', erasure: 'delete_row', exported: false })
  tokenHash!: Buffer;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  contactId!: string;

  /** Where their link was sent. */
  @Column('text')
  @Personal({ category: 'contact_details', erasure: 'delete_row' })
  address!: string;

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  language!: Language;

  @Column('timestamptz')
  @Personal({ category: 'usage', erasure: 'delete_row' })
  begunAt!: Date;

  @Column('timestamptz')
  @NotPersonal()
  expiresAt!: Date;
}
