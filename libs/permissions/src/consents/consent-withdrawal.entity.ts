import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ObjectionWay } from '../objections/objection.entity.js';

/** A consent that was taken back, as easily as it was given (GDPR Art. 7(3)). */
@Entity('consent_withdrawals')
@PersonalRecord({ subject: 'contact', retention: 'relationship', purposes: ['accountability'] })
export class ConsentWithdrawal {
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
  withdrawnAt!: Date;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'delete_row' })
  receivedVia!: ObjectionWay;

  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'delete_row' })
  note!: string | null;

  @Column('uuid', { nullable: true })
  @NotPersonal()
  linkId!: string | null;

  @Column('timestamptz')
  @NotPersonal()
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'delete_row', exported: false })
  recordedBy!: string | null;
}
