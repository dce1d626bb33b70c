import { NotPersonal, Personal, PersonalRecord, type Language } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link to a person's own page, or one that confirms a request of theirs: fifteen minutes, one use. */
@Entity('my_data_links')
@PersonalRecord({ subject: 'contact', retention: 'session', purposes: ['security'] })
export class MyDataLink {
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

  /** Where it was sent: it opens nothing once that is not theirs any more. */
  @Column('text')
  @Personal({ category: 'contact_details', erasure: 'delete_row' })
  address!: string;

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  language!: Language;

  /** The request that a press on it makes; null: it opens the page. */
  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'delete_row' })
  confirms!: 'erasure' | null;

  /** What the person said of that request. */
  @Column('text', { nullable: true })
  @Personal({ category: 'communication', erasure: 'delete_row' })
  wording!: string | null;

  @Column('timestamptz')
  @NotPersonal()
  issuedAt!: Date;

  @Column('timestamptz')
  @NotPersonal()
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'usage', erasure: 'delete_row' })
  usedAt!: Date | null;
}
