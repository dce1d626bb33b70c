import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How long the link to a new password works, in milliseconds. */
export const resetLasts = 60 * 60 * 1000;

/** A mailed link by which an account's owner may choose a new password, once. */
@Entity('password_resets')
@PersonalRecord({ subject: 'user', retention: 'session', purposes: ['security'] })
export class PasswordReset {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  userId!: string;

  /** SHA-256 of the link's token. */
  @Column('bytea')
  @Personal({ category: 'credentials', erasure: 'delete_row', exported: false })
  tokenHash!: Buffer;

  @Column('timestamptz')
  @Personal({ category: 'usage', erasure: 'delete_row' })
  requestedAt!: Date;

  @Column('timestamptz')
  @NotPersonal()
  expiresAt!: Date;
}
