import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One mail of one person's run: as the sequence was when the run began. */
@Entity('sequence_run_steps')
@PersonalRecord({
  subject: 'contact',
  retention: 'relationship',
  purposes: ['direct_marketing', 'accountability'],
})
export class SequenceRunStep {
  /** The id that its message has, or would have. */
  @PrimaryColumn('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  messageId!: string;

  @Column('uuid')
  @NotPersonal()
  runId!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  contactId!: string;

  /** As of the person; row-level security reads it. */
  @Column({ type: 'boolean', insert: false, update: false })
  @Personal({ category: 'provenance', erasure: 'delete_row', exported: false })
  restricted!: boolean;

  @Column('integer')
  @NotPersonal()
  position!: number;

  @Column('integer')
  @NotPersonal()
  afterHours!: number;

  @Column('uuid')
  @NotPersonal()
  templateId!: string;

  @Column('timestamptz')
  @NotPersonal()
  dueAt!: Date;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  takenAt!: Date | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  outcome!: 'queued' | 'left_out' | null;

  /** What allowed it, or why it was left out. */
  @Column('text', { nullable: true })
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  code!: string | null;

  @Column('uuid', { nullable: true })
  @NotPersonal()
  templateVersionId!: string | null;
}
