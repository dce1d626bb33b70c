import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A consent confirmed by whoever reads the address (double opt-in). */
@Entity('consent_confirmations')
@PersonalRecord({ subject: 'contact', retention: 'relationship', purposes: ['accountability'] })
export class ConsentConfirmation {
  @PrimaryColumn('uuid')
  @NotPersonal()
  consentId!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  contactId!: string;

  /** Follows the person's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the person’s flag')
  restricted!: boolean;

  @Column('timestamptz')
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  confirmedAt!: Date;

  @Column('uuid')
  @NotPersonal()
  linkId!: string;
}
