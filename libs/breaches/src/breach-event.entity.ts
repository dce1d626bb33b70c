import { ImpersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BreachStep } from './breach-words.js';

/** What happened to the record of a breach, when and by whom. Append-only. */
@Entity('breach_events')
@ImpersonalRecord('ids, times and fixed words')
export class BreachEvent {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  breachId!: string;

  @Column('text')
  step!: BreachStep;

  /** How many people the step was about. */
  @Column('integer', { nullable: true })
  people!: number | null;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid', { nullable: true })
  by!: string | null;
}
