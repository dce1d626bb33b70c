import { NotPersonal, Personal, PersonalRecord, type Language } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  ExtensionReason,
  RefusalGround,
  RequestDoor,
  RequestKind,
  RequestOutcome,
  RequestStatus,
} from '../request-words.js';

/** The rules in force when a request came in: whoever changes them later does not change what it is answered by. */
export interface RulesAtReceipt {
  retention: { key: string; version: number; period: string | null }[];
  purposes: { key: string; basis: string | null; version: number }[];
}

/**
 * What a person asked for, and how it was answered (GDPR Art. 12). Kept as evidence; erasing the person takes what names
 * them out of it. `contactId` refers to nobody: the request outlives a row that was deleted.
 */
@Entity('subject_requests')
@PersonalRecord({
  subject: 'contact',
  retention: 'audit',
  purposes: ['accountability'],
  foundBy: 't.contact_id = $1',
})
export class SubjectRequest {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  /** By which people name it in letters and on the phone, such as `SR-7F39K2`. */
  @Column('text')
  @NotPersonal('random')
  reference!: string;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'keep' })
  kind!: RequestKind;

  /** Null while nobody knows who it is, or where they are not in the register. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  contactId!: string | null;

  /** By what they say they can be found: an address, a number or a name. */
  @Column('text', { nullable: true })
  @Personal({ category: 'contact_details', erasure: 'clear' })
  identifier!: string | null;

  /** What they asked for in their own words. */
  @Column('text', { nullable: true })
  @Personal({ category: 'communication', erasure: 'redact' })
  wording!: string | null;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'keep' })
  receivedVia!: RequestDoor;

  @Column('timestamptz')
  @Personal({ category: 'provenance', erasure: 'keep' })
  receivedAt!: Date;

  /** The calendar day of the controller on which the month begins, whatever the door. */
  @Column('date')
  @Personal({ category: 'provenance', erasure: 'keep' })
  receivedOn!: string;

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'keep' })
  language!: Language;

  /** The last day for the answer, an extension counted in. */
  @Column('date')
  @NotPersonal()
  dueOn!: string;

  /** Months, 0–2. */
  @Column('smallint')
  @NotPersonal()
  extension!: number;

  @Column('text', { nullable: true })
  @NotPersonal('a fixed word')
  extensionReason!: ExtensionReason | null;

  @Column('text')
  @NotPersonal('a fixed word')
  status!: RequestStatus;

  @Column('text', { nullable: true })
  @NotPersonal('a fixed word')
  outcome!: RequestOutcome | null;

  @Column('text', { array: true })
  @NotPersonal('fixed words')
  refusalGrounds!: RefusalGround[];

  /** The customer for whom the data is held and to whom the request was passed on (V3). */
  @Column('uuid', { nullable: true })
  @NotPersonal()
  passedOnTo!: string | null;

  @Column('jsonb')
  @NotPersonal('our own rules')
  rules!: RulesAtReceipt;

  /** When it was shown whose request it is. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  identifiedAt!: Date | null;

  /** What protects the person's data from the purge meanwhile. */
  @Column('uuid', { nullable: true })
  @NotPersonal()
  holdId!: string | null;

  /** What restricts the processing while accuracy or an objection is examined (Art. 18(1)(a), (d); H14). */
  @Column('uuid', { nullable: true })
  @NotPersonal()
  restrictionId!: string | null;

  /** Ours, sent each week to see that the door is open. */
  @Column('boolean')
  @NotPersonal()
  isCanary!: boolean;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  assigneeId!: string | null;

  /** Null: it came in by itself. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  recordedBy!: string | null;

  @Column('timestamptz')
  @NotPersonal()
  recordedAt!: Date;

  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'keep' })
  closedAt!: Date | null;

  @Column('integer')
  @NotPersonal()
  version!: number;
}
