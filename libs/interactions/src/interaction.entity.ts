import {
  NotPersonal,
  Personal,
  PersonalRecord,
  type Direction,
  type InteractionType,
  type Purpose,
} from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that happened between us and people of a company (H4, K3). */
@Entity('interactions')
@PersonalRecord({ subject: 'contact', retention: 'interaction', purposes: ['customer_relationship'] })
export class Interaction {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('text')
  @Personal({ category: 'communication', erasure: 'keep' })
  type!: InteractionType;

  /** Who took the initiative: `in`, the person; `out`, us. */
  @Column('text', { nullable: true })
  @Personal({ category: 'communication', erasure: 'keep' })
  direction!: Direction | null;

  @Column('timestamptz')
  @Personal({ category: 'communication', erasure: 'generalise' })
  occurredAt!: Date;

  @Column('smallint', { nullable: true })
  @Personal({ category: 'communication', erasure: 'keep' })
  durationMinutes!: number | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'communication', erasure: 'clear' })
  subject!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'communication', erasure: 'clear' })
  body!: string | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  companyId!: string | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  authorId!: string | null;

  /** What we were in touch for, where that was asked about. */
  @Column('text', { nullable: true })
  @NotPersonal()
  purpose!: Purpose | null;

  /** Why it was not allowed, as the code of the decision; null: it was, or nobody asked. */
  @Column('text', { nullable: true })
  @Personal({ category: 'communication', erasure: 'keep' })
  unpermittedCode!: string | null;

  /** Why it happened all the same, in the words of who did it. */
  @Column('text', { nullable: true })
  @Personal({ category: 'communication', erasure: 'redact' })
  unpermittedReason!: string | null;

  /** When its words were taken out, because their time was over. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  redactedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  editedAt!: Date | null;

  @Column('integer')
  @NotPersonal()
  version!: number;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;

  /** Is one of the people restricted (GDPR Art. 18)? Derived from them, and read by row-level security. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the people’s flags')
  restricted!: boolean;
}
