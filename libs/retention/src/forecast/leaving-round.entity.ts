import { ImpersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The week's letters about who goes soon have been written. */
@Entity('leaving_rounds')
@ImpersonalRecord('a week and a number')
export class LeavingRound {
  /** Its Monday. */
  @PrimaryColumn('date')
  week!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('integer')
  letters!: number;
}
