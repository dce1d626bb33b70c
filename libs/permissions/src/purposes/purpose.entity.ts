import { ImpersonalRecord, type LegalBasis, type PurposeClass } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What people's data is used for, and what that rests on (GDPR Art. 5(1)(b), 6(1), 13(1)(c)–(d)). */
@Entity('purposes')
@ImpersonalRecord('what the company uses data for; it names nobody')
export class PurposeRecord {
  @PrimaryColumn('text')
  key!: string;

  /** By which the record of acts names it. */
  @Column('uuid')
  id!: string;

  @Column('text')
  class!: PurposeClass;

  /** Comes with the product: named by its catalogue, with a key and a class that do not change. */
  @Column('boolean')
  builtIn!: boolean;

  @Column('text', { nullable: true })
  nameFi!: string | null;

  @Column('text', { nullable: true })
  nameSv!: string | null;

  @Column('text', { nullable: true })
  nameEn!: string | null;

  @Column('text', { nullable: true })
  basis!: LegalBasis | null;

  /** Why the company's interest weighs more (GDPR Art. 6(1)(f)); null: the product's standard note, or none is needed. */
  @Column('text', { nullable: true })
  balancingNote!: string | null;

  @Column('date', { nullable: true })
  reviewOn!: string | null;

  @Column('timestamptz', { nullable: true })
  reviewedAt!: Date | null;

  @Column('uuid', { nullable: true })
  reviewedBy!: string | null;

  @Column('boolean')
  switchedOn!: boolean;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  updatedAt!: Date;
}
