import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An objection that was taken back: a person's by the person alone, a company's with who of the company said so. */
@Entity('objection_withdrawals')
@PersonalRecord({ subject: 'contact', retention: 'relationship', purposes: ['accountability'] })
export class ObjectionWithdrawal {
  @PrimaryColumn('uuid')
  @NotPersonal()
  objectionId!: string;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  contactId!: string | null;

  /** Follows the person's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the person’s flag')
  restricted!: boolean;

  @Column('timestamptz')
  @Personal({ category: 'preferences', erasure: 'keep' })
  withdrawnAt!: Date;

  /** The link of the person's by which it came; null for a company's. */
  @Column('uuid', { nullable: true })
  @NotPersonal()
  linkId!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'redact' })
  toldBy!: string | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  recordedBy!: string | null;
}
