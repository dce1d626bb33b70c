import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That everything which was one user's became another's: who asked for it, when, and how much it was. */
@Entity('ownership_transfers')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['accountability'] })
export class OwnershipTransfer {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  fromUserId!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  toUserId!: string;

  @Column('integer')
  @NotPersonal('a count')
  companies!: number;

  @Column('integer')
  @NotPersonal('a count')
  contacts!: number;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  requestedBy!: string | null;

  @Column('timestamptz')
  @NotPersonal()
  requestedAt!: Date;

  /** Null while it is under way, or when it was cut short; the same request again moves the rest. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  finishedAt!: Date | null;
}
