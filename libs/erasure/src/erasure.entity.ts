import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Certificate } from './certificate/certificate.js';
import type { ScanResult } from './scan/found.js';

/** Why a person is forgotten (GDPR Art. 17(1)). */
export const erasureGrounds = ['retention', 'request', 'by_hand', 'consent_withdrawn', 'objection'] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

/**
 * `in_grace`: waits for its day · `executing`: under way · `waiting_for_decisions`: done but for words of which somebody
 * has to say whether they mean the person · `held`: what may go is gone, the rest goes when the hold ends ·
 * `incomplete`: the scan found something · `failed`: nothing was changed.
 */
export const erasureStatuses = [
  'planned',
  'in_grace',
  'executing',
  'waiting_for_decisions',
  'held',
  'complete',
  'incomplete',
  'failed',
] as const;
export type ErasureStatus = (typeof erasureStatuses)[number];

/** How many rows of a table met with each action. */
export type ErasureCounts = Record<string, Record<string, number>>;

/** The forgetting of one person, who has at most one: asking again goes on with it. Tells of nobody but by an id that leads nowhere. */
@Entity('erasures')
@PersonalRecord({
  subject: 'contact',
  retention: 'audit',
  purposes: ['accountability'],
  foundBy: 't.contact_id = $1',
})
export class Erasure {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  contactId!: string;

  @Column('uuid', { nullable: true })
  @NotPersonal()
  planId!: string | null;

  @Column('uuid', { nullable: true })
  @NotPersonal()
  runId!: string | null;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'keep' })
  ground!: ErasureGround;

  /** Why, in the words of who asked for it. */
  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'redact', exported: false })
  note!: string | null;

  @Column('text')
  @NotPersonal('a fixed word')
  status!: ErasureStatus;

  /** Nothing happens before this time. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  notBefore!: Date | null;

  @Column('timestamptz')
  @Personal({ category: 'provenance', erasure: 'keep' })
  requestedAt!: Date;

  /** Null: the software itself, for a rule. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  requestedBy!: string | null;

  /** Did the row stay, under another name? */
  @Column('text', { nullable: true })
  @NotPersonal('a fixed word')
  manner!: 'pseudonymised' | 'deleted' | null;

  @Column('text', { nullable: true })
  @NotPersonal('random; no key to it exists')
  pseudonym!: string | null;

  /** What makes the person absent while something of them is held. */
  @Column('uuid', { nullable: true })
  @NotPersonal()
  restrictionId!: string | null;

  @Column('jsonb')
  @NotPersonal('names of tables and numbers')
  counts!: ErasureCounts;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  executedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  completedAt!: Date | null;

  @Column('text', { nullable: true })
  @NotPersonal('a stable code')
  failure!: string | null;

  /** What the latest look everywhere came to. */
  @Column('jsonb', { nullable: true })
  @NotPersonal('names of columns and numbers')
  scan!: ScanResult | null;

  @Column('jsonb', { nullable: true })
  @NotPersonal('counts, dates and grounds')
  certificate!: Certificate | null;

  @Column('text', { nullable: true })
  @NotPersonal('a digest of the certificate and of its place in the audit record')
  certificateHash!: string | null;
}
