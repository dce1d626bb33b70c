import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The public half of a key pair that a user's device or password manager keeps (WebAuthn). */
@Entity('passkeys')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['security'] })
export class Passkey {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  userId!: string;

  @Column('bytea')
  @Personal({ category: 'credentials', erasure: 'delete_row', exported: false })
  credentialId!: Buffer;

  /** COSE. */
  @Column('bytea')
  @Personal({ category: 'credentials', erasure: 'delete_row', exported: false })
  publicKey!: Buffer;

  /** How often its authenticator says that it was used; 0 for those that do not count. */
  @Column('bigint')
  @Personal({ category: 'usage', erasure: 'delete_row', exported: false })
  counter!: string;

  /** How browsers reach it, in WebAuthn's words. */
  @Column('text', { array: true })
  @NotPersonal('usb, nfc, ble, hybrid, internal')
  transports!: string[];

  /** As its user calls it. */
  @Column('text')
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  name!: string;

  /** Its keeper copies it to the user's other devices. */
  @Column('boolean')
  @NotPersonal()
  isSynced!: boolean;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'usage', erasure: 'delete_row' })
  usedAt!: Date | null;

  /** Its counter went back: there may be a copy of it. It is not taken any more. */
  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'usage', erasure: 'delete_row' })
  suspectedAt!: Date | null;
}
