import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BreachNature, BreachRisk, Silence } from './breach-words.js';

/** A breach of personal data, whether or not anybody has to be told of it: all are documented (GDPR Art. 33(5)). */
@Entity('breaches')
@PersonalRecord({ subject: 'user', retention: 'audit', purposes: ['accountability', 'security'] })
export class Breach {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  /** Such as `BR-7F39K2`. */
  @Column('text')
  @NotPersonal('random')
  reference!: string;

  /** What happened, as it was reported and is known by now. */
  @Column('text')
  @Personal({ category: 'provenance', erasure: 'redact', exported: false })
  facts!: string;

  /** When the company became aware of it: the 72 hours run from here. */
  @Column('timestamptz')
  @NotPersonal()
  awareAt!: Date;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  beganAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  endedAt!: Date | null;

  @Column('text', { array: true })
  @NotPersonal('fixed words')
  natures!: BreachNature[];

  /** Likely consequences (Art. 33(3)(c)). */
  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'redact', exported: false })
  effects!: string | null;

  /** What was done about it (Art. 33(3)(d)). */
  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'redact', exported: false })
  measures!: string | null;

  /** Null: not assessed yet, and the clock runs. */
  @Column('text', { nullable: true })
  @NotPersonal('a fixed word')
  risk!: BreachRisk | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'redact', exported: false })
  riskReason!: string | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  authorityNotifiedAt!: Date | null;

  /** Why it took longer than 72 hours (Art. 33(1)). */
  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'redact', exported: false })
  delayReason!: string | null;

  /** Why people are not told of a high risk themselves, with reasoning (Art. 34(3)). */
  @Column('text', { nullable: true })
  @NotPersonal('a fixed word')
  silence!: Silence | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'redact', exported: false })
  silenceReason!: string | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  reportedBy!: string | null;

  @Column('timestamptz')
  @NotPersonal()
  reportedAt!: Date;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  closedAt!: Date | null;

  @Column('integer')
  @NotPersonal()
  version!: number;
}
