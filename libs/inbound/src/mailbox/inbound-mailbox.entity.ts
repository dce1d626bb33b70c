import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is done with letters that were taken in; others are never touched. */
export const afterReading = ['leave', 'mark_seen', 'delete'] as const;
export type AfterReading = (typeof afterReading)[number];

/** Why a mailbox cannot be read. */
export const mailboxFailures = [
  'unreachable',
  'not_encrypted',
  'login_refused',
  'no_folder',
  'refused',
] as const;
export type MailboxFailure = (typeof mailboxFailures)[number];

/** The mailbox to which reports and replies come, and how far it has been read. One row. */
@Entity('inbound_mailboxes')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['accountability'] })
export class InboundMailbox {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('boolean')
  @NotPersonal()
  singleton!: boolean;

  @Column('text')
  @NotPersonal()
  host!: string;

  @Column('integer')
  @NotPersonal()
  port!: number;

  /** TLS from the first byte; otherwise STARTTLS, without which nothing is said. */
  @Column('boolean')
  @NotPersonal()
  secure!: boolean;

  @Column('text')
  @Personal({ category: 'credentials', erasure: 'keep', exported: false })
  username!: string;

  @Column('text')
  @Personal({ category: 'credentials', erasure: 'keep', exported: false })
  sealedPassword!: string;

  @Column('text')
  @NotPersonal()
  folder!: string;

  /** Addresses of ours that reports come to. */
  @Column('text', { array: true })
  @NotPersonal('addresses that the company sends from')
  addresses!: string[];

  @Column('text')
  @NotPersonal()
  afterReading!: AfterReading;

  /** RFC 9051: while it stays the same, a UID names the same letter. */
  @Column('text', { nullable: true })
  @NotPersonal()
  uidValidity!: string | null;

  /** Letters up to this one have been looked at. */
  @Column('bigint')
  @NotPersonal()
  lastUid!: string;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  readAt!: Date | null;

  @Column('text', { nullable: true })
  @NotPersonal('a code, never the server’s words')
  failure!: MailboxFailure | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  failedAt!: Date | null;

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
