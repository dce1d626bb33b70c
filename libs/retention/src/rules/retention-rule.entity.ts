import {
  NotPersonal,
  Personal,
  PersonalRecord,
  type InteractionType,
  type LegalBasis,
} from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RetentionAction, RetentionCover } from './retention-vocabulary.js';

/** How long something is kept, from when, why, and what happens then (GDPR Art. 5(1)(e); H7, H8, C6, P8, V12). */
@Entity('retention_rules')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['accountability'] })
export class RetentionRule {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  /** Stable; of a rule on people, the ground on which they are kept. */
  @Column('text')
  @NotPersonal()
  key!: string;

  @Column('text')
  @NotPersonal()
  covers!: RetentionCover;

  @Column('text', { nullable: true })
  @NotPersonal()
  interactionType!: InteractionType | null;

  /** What starts the clock. */
  @Column('text')
  @NotPersonal()
  starts!: string;

  /** ISO 8601, of calendar days; null: as long as the ground holds. */
  @Column('text', { nullable: true })
  @NotPersonal()
  period!: string | null;

  /** After how many months an open-ended ground is looked at again. */
  @Column('smallint', { nullable: true })
  @NotPersonal()
  reviewMonths!: number | null;

  @Column('text')
  @NotPersonal()
  action!: RetentionAction;

  @Column('text')
  @NotPersonal()
  basis!: LegalBasis;

  @Column('text')
  @NotPersonal('about the rule')
  note!: string;

  /** The categories of data that the ground needs. */
  @Column('text', { array: true })
  @NotPersonal()
  keeps!: string[];

  /** The longest period that may be chosen, ISO 8601. */
  @Column('text', { nullable: true })
  @NotPersonal()
  longest!: string | null;

  @Column('integer')
  @NotPersonal()
  version!: number;

  @Column('timestamptz')
  @NotPersonal()
  updatedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  updatedBy!: string | null;
}
