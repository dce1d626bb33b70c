import { ImpersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How long an erasure that somebody asked for can be taken back before it is done. */
@Entity('erasure_settings')
@ImpersonalRecord('numbers; who set them is in the audit record')
export class ErasureSettings {
  @PrimaryColumn('boolean')
  singleton!: boolean;

  /** In days; 0: at once (H6). */
  @Column('integer')
  graceDays!: number;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('uuid', { nullable: true })
  updatedBy!: string | null;
}
