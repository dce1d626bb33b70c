import { NotPersonal, Personal, PersonalRecord, type DataCategory } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `pending`: not yet, or in a dry run: would go. `left`: was due no more when its turn came. */
export const outcomes = ['pending', 'done', 'held', 'waiting', 'failed', 'left'] as const;
/** `narrow`: the person stays, and some of their data goes. */
export const itemActions = ['erase', 'delete', 'redact', 'review', 'narrow'] as const;

/** What a run did to one person, or to the things of one rule; why, and how it went. */
@Entity('retention_run_items')
@PersonalRecord({
  subject: 'contact',
  retention: 'audit',
  purposes: ['accountability'],
  foundBy: 't.subject_id = $1',
})
export class RetentionRunItem {
  @PrimaryColumn('uuid')
  @NotPersonal()
  runId!: string;

  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  /** `contact`, or the kind of things. */
  @Column('text')
  @NotPersonal()
  subjectType!: string;

  /** Of a person; of things, none. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  subjectId!: string | null;

  @Column('text', { nullable: true })
  @NotPersonal()
  ruleKey!: string | null;

  @Column('integer', { nullable: true })
  @NotPersonal()
  ruleVersion!: number | null;

  /** Why the person goes, as of an erasure. */
  @Column('text')
  @NotPersonal()
  ground!: string;

  @Column('text')
  @NotPersonal()
  action!: (typeof itemActions)[number];

  /** Of somebody who stays: what goes. */
  @Column('text', { array: true, nullable: true })
  @NotPersonal('names of categories')
  categories!: DataCategory[] | null;

  /** What the clock ran from. */
  @Column('text', { nullable: true })
  @NotPersonal()
  start!: string | null;

  @Column('date', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'keep' })
  startedOn!: string | null;

  @Column('date', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'keep' })
  dueOn!: string | null;

  /** Of things: how many. */
  @Column('integer')
  @NotPersonal()
  counted!: number;

  @Column('text')
  @NotPersonal()
  outcome!: (typeof outcomes)[number];

  /** Why not, or not yet. */
  @Column('text', { nullable: true })
  @NotPersonal('a code')
  code!: string | null;

  @Column('uuid', { nullable: true })
  @NotPersonal()
  erasureId!: string | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  doneAt!: Date | null;
}
