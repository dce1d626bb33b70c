import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SequenceTrigger } from './sequence.entity.js';

/** Why a run is over. `objection`: a "no", or a consent taken back, that the sequence falls under. */
export const runEndings = ['completed', 'staff', 'person', 'objection', 'restriction', 'erasure'] as const;
export type RunEnding = (typeof runEndings)[number];

/** One person's way through a sequence. */
@Entity('sequence_runs')
@PersonalRecord({
  subject: 'contact',
  retention: 'relationship',
  purposes: ['direct_marketing', 'accountability'],
})
export class SequenceRun {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @NotPersonal()
  sequenceId!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  contactId!: string;

  /** As of the person; row-level security reads it. */
  @Column({ type: 'boolean', insert: false, update: false })
  @Personal({ category: 'provenance', erasure: 'delete_row', exported: false })
  restricted!: boolean;

  @Column('text')
  @Personal({ category: 'usage', erasure: 'delete_row' })
  trigger!: SequenceTrigger;

  /** What they asked for or signed up to, in words. */
  @Column('text', { nullable: true })
  @Personal({ category: 'usage', erasure: 'delete_row' })
  what!: string | null;

  @Column('timestamptz')
  @Personal({ category: 'usage', erasure: 'delete_row' })
  startedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'delete_row', exported: false })
  startedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  endedBecause!: RunEnding | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'delete_row', exported: false })
  endedBy!: string | null;

  /** The person's own link by which they ended it. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'delete_row', exported: false })
  linkId!: string | null;
}
