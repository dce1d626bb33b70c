import { NotPersonal, Personal, PersonalRecord, type Purpose } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person did that begins a sequence. */
export const sequenceTriggers = ['guide_requested', 'signed_up'] as const;
export type SequenceTrigger = (typeof sequenceTriggers)[number];

/** Mails that follow something a person asked for, one after the other (V5). */
@Entity('sequences')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['direct_marketing', 'accountability'] })
export class Sequence {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('text')
  @NotPersonal('what the sequence is about')
  name!: string;

  @Column('text')
  @NotPersonal()
  trigger!: SequenceTrigger;

  @Column('text')
  @NotPersonal()
  purpose!: Purpose;

  /** Why it concerns the work of those who get it. */
  @Column('text', { nullable: true })
  @NotPersonal('about messages to many')
  roleReason!: string | null;

  /** Why it is service and no marketing in disguise (V4). */
  @Column('text', { nullable: true })
  @NotPersonal('about messages to many')
  serviceReason!: string | null;

  /** Becomes the owner of people whom nobody owns. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  ownerId!: string | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  disabledAt!: Date | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  disabledBy!: string | null;

  @Column('integer')
  @NotPersonal()
  version!: number;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  createdBy!: string | null;

  @Column('timestamptz')
  @NotPersonal()
  updatedAt!: Date;
}
