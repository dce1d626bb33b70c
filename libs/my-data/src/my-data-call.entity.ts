import { NotPersonal, Personal, PersonalRecord, type Language } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody typed an address to see their data, and has not been answered yet. Goes with the answer. */
@Entity('my_data_calls')
@PersonalRecord({ subject: 'contact', retention: 'session', purposes: ['accountability'], foundBy: 'false' })
export class MyDataCall {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  /** Only the answer opens it. */
  @Column('text')
  @Personal({ category: 'contact_details', erasure: 'delete_row', exported: false })
  sealedAddress!: string;

  /** In which the page was read. */
  @Column('text')
  @NotPersonal()
  language!: Language;

  @Column('timestamptz')
  @NotPersonal()
  askedAt!: Date;
}
