import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a longer time can rest on. A consent is no such ground: where there is one, the clock does not run. */
export const extensionBases = [
  'contract',
  'legal_obligation',
  'vital_interests',
  'public_task',
  'legitimate_interest',
] as const;
export type ExtensionBasis = (typeof extensionBases)[number];

/** A person is kept longer than the rules say, why and until when (GDPR Art. 5(1)(e), 6(1)). Recorded, and never changed. */
@Entity('retention_extensions')
@PersonalRecord({ subject: 'contact', retention: 'relationship', purposes: ['accountability'] })
export class RetentionExtension {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  contactId!: string;

  /** Follows the person's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the person’s flag')
  restricted!: boolean;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'keep' })
  basis!: ExtensionBasis;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'redact' })
  reason!: string;

  /** When they would have gone. */
  @Column('date')
  @Personal({ category: 'provenance', erasure: 'keep' })
  wasDueOn!: string;

  /** When they go now, and whoever wants to go on says anew why. */
  @Column('date')
  @Personal({ category: 'provenance', erasure: 'keep' })
  until!: string;

  /** The controller's calendar day. */
  @Column('date')
  @Personal({ category: 'provenance', erasure: 'keep' })
  recordedOn!: string;

  @Column('timestamptz')
  @Personal({ category: 'provenance', erasure: 'keep' })
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  recordedBy!: string | null;
}
