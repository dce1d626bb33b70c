import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of the codes that a user keeps on paper for the day on which the phone is gone. Each works once. */
@Entity('recovery_codes')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['security'] })
export class RecoveryCode {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  userId!: string;

  /** The same for all codes of a set, so that a code is hashed once to be looked for among them. */
  @Column('bytea')
  @NotPersonal('random')
  salt!: Buffer;

  /** argon2id. */
  @Column('bytea')
  @Personal({ category: 'credentials', erasure: 'delete_row', exported: false })
  codeHash!: Buffer;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'usage', erasure: 'delete_row' })
  usedAt!: Date | null;
}
