import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanContents } from './plan-contents.js';

/** What erasing a person would do, as it stood when somebody asked: numbers and names of tables. */
@Entity('erasure_plans')
@PersonalRecord({ subject: 'contact', retention: 'audit', purposes: ['accountability'] })
export class ErasurePlan {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  contactId!: string;

  @Column('timestamptz')
  @NotPersonal()
  madeAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  madeBy!: string | null;

  @Column('jsonb')
  @NotPersonal('names of tables, numbers, days and codes')
  contents!: PlanContents;
}
