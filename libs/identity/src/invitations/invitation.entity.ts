import { NotPersonal, Personal, PersonalRecord, type Language, type Role } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UserKind } from '../users/user.entity.js';

/** How long the link of an invitation works, in milliseconds. */
const invitationLasts = 7 * 24 * 60 * 60 * 1000;

export const invitationStatuses = ['open', 'expired', 'accepted', 'revoked'] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

/** Somebody was asked, by mail, to take a personal account into use (P10). */
@Entity('invitations')
@PersonalRecord({ subject: 'user', retention: 'mail', purposes: ['security', 'accountability'] })
export class Invitation {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('text')
  @Personal({ category: 'identity', erasure: 'delete_row' })
  name!: string;

  @Column('text')
  @Personal({ category: 'contact_details', erasure: 'delete_row' })
  email!: string;

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  language!: Language;

  @Column('text', { array: true })
  @Personal({ category: 'work_role', erasure: 'delete_row' })
  roles!: Role[];

  /** None: the team of everybody. */
  @Column('uuid', { array: true })
  @NotPersonal('ids of teams')
  teamIds!: string[];

  @Column('text', { nullable: true })
  @Personal({ category: 'work_role', erasure: 'delete_row' })
  duty!: string | null;

  /** Somebody from outside gets in for a set time only. */
  @Column('text')
  @Personal({ category: 'work_role', erasure: 'delete_row' })
  kind!: UserKind;

  /** Why they get the roles: in words, or a constant of grants. */
  @Column('text')
  @Personal({ category: 'work_role', erasure: 'delete_row' })
  reason!: string;

  /** When the roles end. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  endsAt!: Date | null;

  /** SHA-256 of the link's token; null when the link works no more. */
  @Column('bytea', { nullable: true })
  @Personal({ category: 'credentials', erasure: 'delete_row', exported: false })
  tokenHash!: Buffer | null;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row', exported: false })
  invitedBy!: string;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;

  /** When the latest letter was written. */
  @Column('timestamptz')
  @NotPersonal()
  sentAt!: Date;

  @Column('timestamptz')
  @NotPersonal()
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  acceptedAt!: Date | null;

  /** The account that came of it. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'delete_row' })
  userId!: string | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  revokedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'delete_row', exported: false })
  revokedBy!: string | null;

  statusAt(now: Date): InvitationStatus {
    if (this.acceptedAt !== null) return 'accepted';
    if (this.revokedAt !== null) return 'revoked';
    return this.expiresAt <= now ? 'expired' : 'open';
  }

  /** A new link; the one before works no more. */
  renew(tokenHash: Buffer, now: Date): void {
    this.tokenHash = tokenHash;
    this.sentAt = now;
    this.expiresAt = new Date(now.getTime() + invitationLasts);
  }

  accept(userId: string, now: Date): void {
    this.tokenHash = null;
    this.acceptedAt = now;
    this.userId = userId;
  }

  revoke(by: string | null, now: Date): void {
    this.tokenHash = null;
    this.revokedAt = now;
    this.revokedBy = by;
  }
}
