import { ImpersonalRecord, type Language } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The company that uses this installation and answers for its register (GDPR Art. 4(7)). There is exactly one. */
@Entity('controllers')
@ImpersonalRecord('the company that keeps the register, known to everybody')
export class Controller {
  @PrimaryColumn('uuid')
  id!: string;

  /** Always true, and unique: the database holds no second row. */
  @Column('boolean')
  singleton!: boolean;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  businessId!: string | null;

  /** In one line, as mail shows it (917/2014 s. 203). */
  @Column('text', { nullable: true })
  postalAddress!: string | null;

  @Column('text')
  language!: Language;

  /** IANA name. Calendar days of the register are days of this zone. */
  @Column('text')
  timeZone!: string;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
