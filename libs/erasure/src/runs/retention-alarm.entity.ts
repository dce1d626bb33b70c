import { ImpersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `failed`: the last run broke off. `overdue`: none has finished for 26 hours. */
export const alarmCodes = ['failed', 'overdue'] as const;

/** That the nightly purge did not do its work, from when to when. */
@Entity('retention_alarms')
@ImpersonalRecord('tells how the software runs')
export class RetentionAlarm {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: (typeof alarmCodes)[number];

  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz')
  raisedAt!: Date;

  @Column('timestamptz', { nullable: true })
  clearedAt!: Date | null;
}
