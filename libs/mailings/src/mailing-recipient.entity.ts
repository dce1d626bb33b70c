import { NotPersonal, Personal, PersonalRecord, type Language } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person of the segment when a mailing was sent off, and what was decided about them before anything was written. */
@Entity('mailing_recipients')
@PersonalRecord({
  subject: 'contact',
  retention: 'relationship',
  purposes: ['direct_marketing', 'accountability'],
})
export class MailingRecipient {
  @PrimaryColumn('uuid')
  @NotPersonal()
  mailingId!: string;

  @PrimaryColumn('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  contactId!: string;

  /** As of the person; row-level security reads it. */
  @Column({ type: 'boolean', insert: false, update: false })
  @Personal({ category: 'provenance', erasure: 'keep', exported: false })
  restricted!: boolean;

  /** Null until their turn comes. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  decidedAt!: Date | null;

  @Column('boolean', { nullable: true })
  @Personal({ category: 'preferences', erasure: 'keep' })
  allowed!: boolean | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'preferences', erasure: 'keep' })
  code!: string | null;

  @Column('text', { nullable: true })
  @NotPersonal()
  law!: string | null;

  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'preferences', erasure: 'keep' })
  since!: Date | null;

  /** For which purpose they were left out: the mailing's, or the profiling that found them. */
  @Column('text', { nullable: true })
  @NotPersonal()
  purpose!: string | null;

  @Column('text', { nullable: true })
  @NotPersonal()
  evidenceType!: string | null;

  @Column('uuid', { nullable: true })
  @NotPersonal()
  evidenceId!: string | null;

  /** What the letter is written in. */
  @Column('text', { nullable: true })
  @Personal({ category: 'preferences', erasure: 'keep' })
  language!: Language | null;

  /** There was nothing in the person's own language. */
  @Column('boolean', { nullable: true })
  @NotPersonal()
  fellBack!: boolean | null;

  /** One address is written to once. */
  @Column('bytea', { nullable: true, select: false })
  @Personal({ category: 'contact_details', erasure: 'clear', exported: false })
  addressDigest!: Buffer | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  messageId!: string | null;
}
