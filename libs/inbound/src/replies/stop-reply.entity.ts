import { NotPersonal, Personal, PersonalRecord, type Language } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A reply that may ask us to stop: what it says is kept until somebody has decided whether it does. */
@Entity('stop_replies')
@PersonalRecord({
  subject: 'contact',
  retention: 'relationship',
  purposes: ['direct_marketing'],
  staysWithPerson: true,
})
export class StopReply {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  contactId!: string;

  /** Follows the person's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the person’s flag')
  restricted!: boolean;

  /** Of the message that it answers. */
  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  messageId!: string;

  /** SHA-256 of its Message-ID, so that it is found once. */
  @Column('bytea')
  @NotPersonal('a digest of a random id')
  replyDigest!: Buffer;

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  language!: Language;

  @Column('text', { nullable: true })
  @Personal({ category: 'communication', erasure: 'delete_row' })
  sentence!: string | null;

  @Column('timestamptz')
  @Personal({ category: 'communication', erasure: 'delete_row' })
  receivedAt!: Date;

  @Column('timestamptz')
  @NotPersonal()
  foundAt!: Date;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  decidedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'delete_row', exported: false })
  decidedBy!: string | null;

  /** Did they ask us to stop? */
  @Column('boolean', { nullable: true })
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  objects!: boolean | null;
}
