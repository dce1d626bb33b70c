import {
  NotPersonal,
  Personal,
  PersonalRecord,
  type InteractionType,
  type LegalBasis,
} from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RetentionAction, RetentionCover } from './retention-vocabulary.js';

/** A retention rule as it was, or is. Rows are added by the database, never changed: what was decided when stays provable. */
@Entity('retention_rule_versions')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['accountability'] })
export class RetentionRuleVersion {
  @PrimaryColumn('text')
  @NotPersonal()
  key!: string;

  @PrimaryColumn('integer')
  @NotPersonal()
  version!: number;

  @Column('uuid')
  @NotPersonal()
  ruleId!: string;

  @Column('text')
  @NotPersonal()
  covers!: RetentionCover;

  @Column('text', { nullable: true })
  @NotPersonal()
  interactionType!: InteractionType | null;

  @Column('text')
  @NotPersonal()
  starts!: string;

  @Column('text', { nullable: true })
  @NotPersonal()
  period!: string | null;

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

  @Column('text', { array: true })
  @NotPersonal()
  keeps!: string[];

  @Column('text', { nullable: true })
  @NotPersonal()
  longest!: string | null;

  @Column('timestamptz')
  @NotPersonal()
  changedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  changedBy!: string | null;
}
