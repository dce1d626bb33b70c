import { ImpersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One mail of a sequence. */
@Entity('sequence_steps')
@ImpersonalRecord('the order of templates and hours')
export class SequenceStep {
  @PrimaryColumn('uuid')
  sequenceId!: string;

  /** From 1. */
  @PrimaryColumn('integer')
  position!: number;

  /** After the beginning. */
  @Column('integer')
  afterHours!: number;

  @Column('uuid')
  templateId!: string;
}
