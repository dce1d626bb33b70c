import { NotPersonal, Personal, PersonalRecord, type Channel } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a "no" reached us. */
export const objectionWays = [
  'one_click',
  'unsubscribe_page',
  'preference_page',
  'reply',
  'complaint',
  'email',
  'phone',
  'letter',
  'in_person',
  'other',
] as const;
export type ObjectionWay = (typeof objectionWays)[number];

/** A person's or a company's "no" (GDPR Art. 21; 917/2014 s. 200–203; H12, P9). In force until they take it back. */
@Entity('objections')
@PersonalRecord({ subject: 'contact', retention: 'relationship', purposes: ['accountability'] })
export class Objection {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  contactId!: string | null;

  /** Follows the person's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the person’s flag')
  restricted!: boolean;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  companyId!: string | null;

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'keep' })
  channel!: Channel | 'all';

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'keep' })
  purpose!: string;

  /** Left of a "no" to every purpose when the person took one thing out of it: purposes to come are forbidden, too. */
  @Column('boolean')
  @Personal({ category: 'preferences', erasure: 'keep' })
  ofEverything!: boolean;

  @Column('timestamptz')
  @Personal({ category: 'preferences', erasure: 'keep' })
  objectedAt!: Date;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'keep' })
  receivedVia!: ObjectionWay;

  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'redact' })
  note!: string | null;

  /** The message that it answers. */
  @Column('uuid', { nullable: true })
  @NotPersonal()
  messageId!: string | null;

  /** The link of the person's by which it came. */
  @Column('uuid', { nullable: true })
  @NotPersonal()
  linkId!: string | null;

  /** Where the person was reached by e-mail when they said so, as keyed digests; filled by the database. */
  @Column({ type: 'bytea', array: true, insert: false, update: false })
  @Personal({ category: 'contact_details', erasure: 'clear', exported: false })
  addressDigests!: Buffer[];

  @Column('timestamptz')
  @NotPersonal()
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  recordedBy!: string | null;
}
