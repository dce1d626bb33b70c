import { ImpersonalRecord, type Language } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What exactly people are asked to say yes to, version by version and language by language (GDPR Art. 7(1)). */
@Entity('consent_wordings')
@ImpersonalRecord('the company’s own words, the same for everybody who is asked')
export class ConsentWording {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  purpose!: string;

  @Column('text')
  language!: Language;

  @Column('integer')
  version!: number;

  @Column('text')
  text!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;
}
