import { NotPersonal, Personal, PersonalRecord, type Channel, type Language } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What had a message written: somebody by hand, a mailing, or a sequence that goes by itself. */
export const messageOrigins = ['one_to_one', 'mailing', 'sequence'] as const;
export type MessageOrigin = (typeof messageOrigins)[number];

/**
 * `in_doubt`: the mail server may have it, and it is never sent again. `stopped`: the permission was not there when it
 * was to leave. `failed`: the mail server refused it. `kept`: there is no mail server, and the mailbox shows it.
 */
export const messageStatuses = [
  'waiting',
  'handing_over',
  'handed_over',
  'in_doubt',
  'stopped',
  'failed',
  'cancelled',
  'kept',
] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** Service mail is never marketing in disguise (V4): the class is the purpose's, and the database holds it so. */
export type MessageClass = 'service' | 'marketing';

/** One message to one person, on its way out of the house or out of it, with the decision that it left by. */
@Entity('messages')
@PersonalRecord({
  subject: 'contact',
  retention: 'relationship',
  purposes: ['customer_relationship', 'accountability'],
})
export class Message {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('text')
  @NotPersonal()
  class!: MessageClass;

  @Column('text')
  @NotPersonal()
  channel!: Channel;

  @Column('text')
  @NotPersonal()
  purpose!: string;

  /** The profiling that found the person; whoever says no to it does not get the message (H12). */
  @Column('text', { nullable: true })
  @NotPersonal()
  profilingPurpose!: string | null;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  contactId!: string;

  /** Follows the person's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the person’s flag')
  restricted!: boolean;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  companyId!: string | null;

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'keep' })
  language!: Language;

  /** The address that it was handed over for; null until then. */
  @Column('text', { nullable: true })
  @Personal({ category: 'contact_details', erasure: 'clear' })
  recipient!: string | null;

  @Column('text')
  @NotPersonal()
  originKind!: MessageOrigin;

  /** Of the mailing or the sequence; null: by hand. */
  @Column('uuid', { nullable: true })
  @NotPersonal()
  originId!: string | null;

  /** What it is about, as areas of responsibility (C2). */
  @Column('text', { array: true, nullable: true })
  @NotPersonal('of the message, not of the person')
  areas!: string[] | null;

  /** The sender's own reason why it concerns the person's work (C2). */
  @Column('text', { nullable: true })
  @Personal({ category: 'communication', erasure: 'redact' })
  roleReason!: string | null;

  /** What it says, sealed; kept no longer than until the timeline tells it, or the month is over. */
  @Column('text', { nullable: true })
  @Personal({ category: 'communication', erasure: 'clear', exported: false })
  sealedContent!: string | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  authorId!: string | null;

  @Column('text', { nullable: true })
  @NotPersonal('chosen by the caller’s program')
  idempotencyKey!: string | null;

  /** Keyed, of the request that the key names: the same again writes nothing, another one is refused. */
  @Column('text', { nullable: true })
  @Personal({ category: 'communication', erasure: 'clear', exported: false })
  requestDigest!: string | null;

  @Column('text')
  @NotPersonal()
  status!: MessageStatus;

  /** Its mailing or sequence rests. */
  @Column('boolean')
  @NotPersonal()
  paused!: boolean;

  /** It does not leave before. */
  @Column('timestamptz')
  @NotPersonal()
  notBefore!: Date;

  @Column('integer')
  @NotPersonal()
  attempts!: number;

  @Column('text', { nullable: true })
  @NotPersonal('codes of the mail server, never its words')
  failure!: string | null;

  /** When the decision was made that it left by, or that stopped it. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  decidedAt!: Date | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'preferences', erasure: 'keep' })
  decisionCode!: string | null;

  @Column('text', { nullable: true })
  @NotPersonal('an article of law or a promise')
  decisionLaw!: string | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  decisionSince!: Date | null;

  @Column('text', { nullable: true })
  @NotPersonal()
  decisionEvidenceType!: string | null;

  @Column('uuid', { nullable: true })
  @NotPersonal()
  decisionEvidenceId!: string | null;

  @Column('text', { array: true, nullable: true })
  @NotPersonal()
  decisionObligations!: string[] | null;

  /** The Message-ID under which the mail server took it. */
  @Column('text', { nullable: true })
  @NotPersonal('made of our own id')
  messageId!: string | null;

  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'communication', erasure: 'keep' })
  handedOverAt!: Date | null;

  /** When the timeline told it, and the notice was on record as given. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  followedUpAt!: Date | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  interactionId!: string | null;

  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'communication', erasure: 'keep' })
  bouncedAt!: Date | null;

  @Column('text', { nullable: true })
  @NotPersonal()
  bounceKind!: 'hard' | 'soft' | null;

  @Column('text', { nullable: true })
  @NotPersonal('a code of RFC 3463')
  bounceStatus!: string | null;

  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'communication', erasure: 'keep' })
  complainedAt!: Date | null;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;
}
