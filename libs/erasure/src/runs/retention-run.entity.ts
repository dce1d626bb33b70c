import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const runKinds = ['nightly', 'by_hand'] as const;
export const runStatuses = ['queued', 'running', 'complete', 'failed'] as const;

/** One purge of everybody and everything whose time is over, or a look at what it would do. Goes forward only: it is evidence. */
@Entity('retention_runs')
@PersonalRecord({ subject: 'user', retention: 'audit', purposes: ['accountability'] })
export class RetentionRun {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('text')
  @NotPersonal()
  kind!: (typeof runKinds)[number];

  /** Lists, and changes nothing. */
  @Column('boolean')
  @NotPersonal()
  dryRun!: boolean;

  @Column('text')
  @NotPersonal()
  status!: (typeof runStatuses)[number];

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  requestedBy!: string | null;

  @Column('timestamptz')
  @NotPersonal()
  requestedAt!: Date;

  /** The day, in the controller's zone, on which those are due who go. */
  @Column('date')
  @NotPersonal()
  asOf!: string;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  startedAt!: Date | null;

  @Column('timestamptz')
  @NotPersonal()
  progressedAt!: Date;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  finishedAt!: Date | null;

  @Column('jsonb', { nullable: true })
  @NotPersonal('versions of rules by key')
  ruleVersions!: Record<string, number> | null;

  @Column('jsonb', { nullable: true })
  @NotPersonal('numbers')
  counts!: Record<string, unknown> | null;

  @Column('jsonb')
  @NotPersonal('milliseconds by part')
  durations!: Record<string, number>;

  @Column('text', { nullable: true })
  @NotPersonal('a code')
  failure!: string | null;
}
