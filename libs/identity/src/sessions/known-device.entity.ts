import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser in which a user has signed in: it keeps a random token in a cookie, we keep the token's SHA-256. */
@Entity('known_devices')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['security'] })
export class KnownDevice {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  userId!: string;

  @Column('bytea')
  @Personal({ category: 'credentials', erasure: 'delete_row', exported: false })
  tokenHash!: Buffer;

  @Column('timestamptz')
  @Personal({ category: 'usage', erasure: 'delete_row' })
  firstSeenAt!: Date;

  /** Of the latest sign-in. */
  @Column('timestamptz')
  @Personal({ category: 'usage', erasure: 'delete_row' })
  seenAt!: Date;
}
