import { NotPersonal, Personal, PersonalRecord, type Direction, type InteractionType } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an interaction was before an edit. Append-only. */
@Entity('interaction_revisions')
@PersonalRecord({ subject: 'contact', retention: 'interaction', purposes: ['accountability'] })
export class InteractionRevision {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  interactionId!: string;

  @Column('timestamptz')
  @NotPersonal()
  revisedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'delete_row', exported: false })
  revisedBy!: string | null;

  @Column('text')
  @Personal({ category: 'communication', erasure: 'delete_row' })
  type!: InteractionType;

  @Column('text', { nullable: true })
  @Personal({ category: 'communication', erasure: 'delete_row' })
  direction!: Direction | null;

  @Column('timestamptz')
  @Personal({ category: 'communication', erasure: 'delete_row' })
  occurredAt!: Date;

  @Column('smallint', { nullable: true })
  @Personal({ category: 'communication', erasure: 'delete_row' })
  durationMinutes!: number | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'communication', erasure: 'delete_row' })
  subject!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'communication', erasure: 'delete_row' })
  body!: string | null;

  /** Follows the interaction's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the interaction’s flag')
  restricted!: boolean;
}
