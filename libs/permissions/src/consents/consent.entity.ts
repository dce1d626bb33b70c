import { NotPersonal, Personal, PersonalRecord, type Channel, type Language } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a "yes" was obtained. */
export const consentWays = [
  'form',
  'preference_page',
  'email',
  'phone',
  'letter',
  'in_person',
  'event',
  'contract',
  'import',
  'other',
] as const;
export type ConsentWay = (typeof consentWays)[number];

/** A person's "yes" to a purpose and a channel, with what exactly they said yes to (GDPR Art. 7(1); P1, V2). */
@Entity('consents')
@PersonalRecord({ subject: 'contact', retention: 'relationship', purposes: ['accountability'] })
export class Consent {
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

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  channel!: Channel | 'all';

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  purpose!: string;

  @Column('uuid')
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  wordingId!: string;

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  language!: Language;

  @Column('timestamptz')
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  obtainedAt!: Date;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'delete_row' })
  obtainedVia!: ConsentWay;

  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'delete_row' })
  note!: string | null;

  /** Counts only once it is confirmed by the link that was sent to the address (double opt-in). */
  @Column('boolean')
  @NotPersonal('how the consent works')
  needsConfirmation!: boolean;

  @Column('timestamptz')
  @NotPersonal()
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'delete_row', exported: false })
  recordedBy!: string | null;
}
