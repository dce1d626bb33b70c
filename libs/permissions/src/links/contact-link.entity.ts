import { NotPersonal, Personal, PersonalRecord, type Channel, type Language } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person gets to by a link of theirs. */
export type ContactLinkKind = 'message' | 'preferences' | 'confirmation';

/** A link by which a person answers without a login. Its token is never stored; it names nobody, and outlives the person's data. */
@Entity('contact_links')
@PersonalRecord({ subject: 'contact', retention: 'relationship', purposes: ['accountability'] })
export class ContactLink {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  /** SHA-256 of the token. */
  @Column('bytea')
  @Personal({ category: 'credentials', erasure: 'keep', exported: false })
  tokenHash!: Buffer;

  /** Null: the person was erased. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'clear' })
  contactId!: string | null;

  /** Follows the person's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the person’s flag')
  restricted!: boolean;

  @Column('text')
  @NotPersonal()
  kind!: ContactLinkKind;

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'keep' })
  language!: Language;

  @Column('text', { nullable: true })
  @NotPersonal()
  purpose!: string | null;

  @Column('text', { nullable: true })
  @NotPersonal()
  channel!: Channel | null;

  @Column('uuid', { nullable: true })
  @NotPersonal()
  messageId!: string | null;

  @Column('uuid', { nullable: true })
  @NotPersonal()
  consentId!: string | null;

  /** Where it was sent, when that is not the recipient of its message, as a keyed digest. */
  @Column('bytea', { nullable: true })
  @Personal({ category: 'contact_details', erasure: 'clear', exported: false })
  addressDigest!: Buffer | null;

  @Column('timestamptz')
  @NotPersonal()
  issuedAt!: Date;
}
