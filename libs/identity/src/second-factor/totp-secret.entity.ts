import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The secret that a user's authenticator app shares with us. It counts from its confirmation by a first code. */
@Entity('totp_secrets')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['security'] })
export class TotpSecret {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  userId!: string;

  /** Sealed by the master key. */
  @Column('text')
  @Personal({ category: 'credentials', erasure: 'delete_row', exported: false })
  sealedSecret!: string;

  /** Which half minute's code was used last, counted from 1970: it and earlier ones are not taken again. */
  @Column('bigint', { nullable: true })
  @Personal({ category: 'usage', erasure: 'delete_row', exported: false })
  lastStep!: string | null;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'usage', erasure: 'delete_row' })
  confirmedAt!: Date | null;
}
