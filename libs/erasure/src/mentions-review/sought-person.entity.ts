import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * By what somebody who is being erased would be recognised, sealed under the key outside the database: so that a killed
 * process does not leave an erasure that nobody can check. Goes with the erasure's completion.
 */
@Entity('sought_people')
@PersonalRecord({ subject: 'contact', retention: 'audit', purposes: ['accountability'] })
export class SoughtPersonRecord {
  @PrimaryColumn('uuid')
  @NotPersonal()
  erasureId!: string;

  @Column('text')
  @Personal({ category: 'identity', erasure: 'keep', exported: false })
  sealed!: string;

  @Column('timestamptz')
  @NotPersonal()
  sealedAt!: Date;
}
