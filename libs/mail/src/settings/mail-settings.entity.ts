import { ImpersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How fast mail to people of the register leaves, and what it is signed with. One row. */
@Entity('mail_settings')
@ImpersonalRecord('numbers and the keys of the company')
export class MailSettings {
  @PrimaryColumn('boolean')
  singleton!: boolean;

  /** At most so many messages a minute, all processes together; null: as fast as the mail server takes them. */
  @Column('integer', { nullable: true })
  perMinute!: number | null;

  /** How many messages may leave at once, as of `replenishedAt`. */
  @Column('double precision')
  allowance!: number;

  @Column('timestamptz')
  replenishedAt!: Date;

  /** DKIM (RFC 6376): what signs, and where receivers find the public key. */
  @Column('text', { nullable: true })
  dkimDomain!: string | null;

  @Column('text', { nullable: true })
  dkimSelector!: string | null;

  /** DER, base64: as it stands in the name server. */
  @Column('text', { nullable: true })
  dkimPublicKey!: string | null;

  /** The private key, sealed. */
  @Column('text', { nullable: true })
  dkimSealedKey!: string | null;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  updatedAt!: Date;
}
