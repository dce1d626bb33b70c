import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The sale with which an address came, and when the buyer was offered to say no (917/2014 s. 200(3)). */
@Entity('sale_references')
@PersonalRecord({ subject: 'contact', retention: 'relationship', purposes: ['accountability'] })
export class SaleReference {
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

  /** The number of the order, contract or invoice. */
  @Column('text')
  @Personal({ category: 'provenance', erasure: 'delete_row' })
  reference!: string;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'delete_row' })
  product!: string;

  @Column('date')
  @Personal({ category: 'provenance', erasure: 'delete_row' })
  soldOn!: string;

  @Column('date')
  @Personal({ category: 'provenance', erasure: 'delete_row' })
  optOutOfferedOn!: string;

  @Column('timestamptz')
  @NotPersonal()
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'delete_row', exported: false })
  recordedBy!: string | null;
}
