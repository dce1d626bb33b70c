import { NotPersonal, Personal, PersonalRecord, type Channel, type Purpose } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Lists of people for one way of contacting them: letters and their labels, text messages, calls. */
export const listKinds = ['letters', 'labels', 'sms', 'calls'] as const;
export type ListKind = (typeof listKinds)[number];

export const exportKinds = ['contacts', 'companies', 'audit_events', ...listKinds] as const;
export type ExportKind = (typeof exportKinds)[number];

/** How many people were left out, by the code of the decision. */
export type LeftOut = Record<string, number>;

export const exportStatuses = [
  'awaiting_approval',
  'preparing',
  'ready',
  'fetched',
  'refused',
  'withdrawn',
  'expired',
  'failed',
] as const;
export type ExportStatus = (typeof exportStatuses)[number];

/** Why no file came of it: the maker's access ended, or our own mistake. */
export type ExportFailure = 'access_ended' | 'internal_error';

/** One file of the register for use elsewhere: what for, until when, made by whom and approved by whom. */
@Entity('exports')
@PersonalRecord({ subject: 'user', retention: 'audit', purposes: ['accountability'] })
export class Export {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('text')
  @NotPersonal()
  kind!: ExportKind;

  @Column('text')
  @NotPersonal('what the file is for; the form asks for no names')
  purpose!: string;

  /** Who gets the file; null: it stays in the company. */
  @Column('text', { nullable: true })
  @NotPersonal('an organisation')
  recipient!: string | null;

  /** How the people in it are going to be contacted, and for which purpose; null: not at all. */
  @Column('text', { nullable: true })
  @NotPersonal()
  useChannel!: Channel | null;

  @Column('text', { nullable: true })
  @NotPersonal()
  usePurpose!: Purpose | null;

  /** Whose work it concerns, as areas of responsibility. */
  @Column('text', { array: true, nullable: true })
  @NotPersonal('areas of responsibility, no person’s')
  useAreas!: string[] | null;

  /** Why it concerns their work, in the maker's words. */
  @Column('text', { nullable: true })
  @NotPersonal('what the message is about; the form asks for no names')
  useRoleReason!: string | null;

  /** The view's filters as JSON, sealed: somebody may have searched for a name. */
  @Column('text')
  @Personal({ category: 'identity', erasure: 'clear', exported: false })
  filters!: string;

  @Column('text')
  @NotPersonal()
  status!: ExportStatus;

  /** How many rows the view had when the file was asked for. */
  @Column('integer', { nullable: true })
  @NotPersonal()
  expected!: number | null;

  /** How many people the file holds. */
  @Column('integer', { nullable: true })
  @NotPersonal()
  people!: number | null;

  @Column('jsonb', { nullable: true })
  @NotPersonal('numbers')
  leftOut!: LeftOut | null;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  requestedBy!: string;

  @Column('timestamptz')
  @NotPersonal()
  requestedAt!: Date;

  /** The file is deleted then. */
  @Column('timestamptz')
  @NotPersonal()
  expiresAt!: Date;

  /** The second person who approved or refused. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  decidedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  preparedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  fetchedAt!: Date | null;

  @Column('text', { nullable: true })
  @NotPersonal()
  failure!: ExportFailure | null;

  /** Which try at writing the file counts: an older one stops when it sees another here. */
  @Column('uuid', { nullable: true })
  @NotPersonal()
  attempt!: string | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  progressedAt!: Date | null;
}
