import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By what somebody signed in. */
export const loginMethods = ['password', 'passkey', 'oidc'] as const;
export type LoginMethod = (typeof loginMethods)[number];

/** One login that has not ended. The token is known to the browser alone; we keep its SHA-256. */
@Entity('sessions')
@PersonalRecord({ subject: 'user', retention: 'session', purposes: ['security'] })
export class Session {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('bytea')
  @Personal({ category: 'credentials', erasure: 'delete_row', exported: false })
  tokenHash!: Buffer;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  userId!: string;

  @Column('timestamptz')
  @Personal({ category: 'usage', erasure: 'delete_row' })
  createdAt!: Date;

  /** Of the latest use, exact to ten minutes. */
  @Column('timestamptz')
  @Personal({ category: 'usage', erasure: 'delete_row' })
  seenAt!: Date;

  /** When the user last proved who they are. */
  @Column('timestamptz')
  @Personal({ category: 'usage', erasure: 'delete_row' })
  provedAt!: Date;

  /** Browser and system in a few words; null when it is not known. */
  @Column('text', { nullable: true })
  @Personal({ category: 'usage', erasure: 'delete_row' })
  device!: string | null;

  @Column('text')
  @NotPersonal()
  method!: LoginMethod;

  /** The provider that vouches for the user asked for a second factor, so we need not. */
  @Column('boolean')
  @NotPersonal()
  factorVouched!: boolean;

  /** The session ends then however much it is used. */
  @Column('timestamptz')
  @NotPersonal()
  expiresAt!: Date;
}
