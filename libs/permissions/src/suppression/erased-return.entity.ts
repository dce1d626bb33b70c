import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How somebody who was erased came back by their own doing. */
export const returnWays = ['form', 'email', 'phone', 'in_person', 'contract', 'other'] as const;
export type ReturnWay = (typeof returnWays)[number];

/** Somebody who was erased came back by themselves, and who said so. Recorded, and never changed. */
@Entity('erased_returns')
@PersonalRecord({ subject: 'contact', retention: 'relationship', purposes: ['accountability'] })
export class ErasedReturn {
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
  how!: ReturnWay;

  @Column('date')
  @Personal({ category: 'provenance', erasure: 'keep' })
  cameOn!: string;

  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'redact' })
  note!: string | null;

  @Column('timestamptz')
  @Personal({ category: 'provenance', erasure: 'keep' })
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  recordedBy!: string | null;
}
