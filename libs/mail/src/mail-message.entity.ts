import { NotPersonal, Personal, PersonalRecord, type Language } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What a message is for. Service mail belongs to an account or answers to a duty of law; it is never marketing, which
 * would be a class of its own and carry the decision that permits it.
 */
export type MailClass = 'service';

/** `kept`: nothing can be sent here, and the mailbox shows it. */
export const mailStatuses = ['waiting', 'handed_over', 'failed', 'kept'] as const;
export type MailStatus = (typeof mailStatuses)[number];

/** One outgoing message: waiting for the mail server, handed over to it, given up, or kept in the mailbox. */
@Entity('mail_messages')
@PersonalRecord({ subject: 'user', retention: 'mail', purposes: ['security', 'accountability'] })
export class MailMessage {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('text')
  @NotPersonal()
  class!: MailClass;

  @Column('text')
  @Personal({ category: 'communication', erasure: 'delete_row' })
  template!: string;

  @Column('text')
  @NotPersonal()
  language!: Language;

  /** The address. */
  @Column('text')
  @Personal({ category: 'contact_details', erasure: 'delete_row' })
  recipient!: string;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'delete_row' })
  userId!: string | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'delete_row' })
  contactId!: string | null;

  @Column('text', { nullable: true })
  @NotPersonal()
  aboutType!: string | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'delete_row' })
  aboutId!: string | null;

  /** What the letter says, names and one-time links among it; sealed, and gone when the message is handed over. */
  @Column('text', { nullable: true })
  @Personal({ category: 'communication', erasure: 'delete_row', exported: false })
  sealedValues!: string | null;

  @Column('text')
  @NotPersonal()
  status!: MailStatus;

  @Column('integer')
  @NotPersonal()
  attempts!: number;

  /** Nobody tries before this time; whoever tries moves it on first. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  nextAttemptAt!: Date | null;

  /** Afterwards the letter means nothing any more, such as a link that has run out. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  deliverBefore!: Date | null;

  @Column('text', { nullable: true })
  @NotPersonal('codes of the mail server, never its words')
  failure!: string | null;

  /** The Message-ID under which the mail server took it. */
  @Column('text', { nullable: true })
  @NotPersonal('made of our own id')
  messageId!: string | null;

  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'communication', erasure: 'delete_row' })
  handedOverAt!: Date | null;

  /** When what was to happen after the hand-over had happened. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  followedUpAt!: Date | null;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;
}
