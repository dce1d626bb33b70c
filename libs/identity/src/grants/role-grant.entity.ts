import { NotPersonal, Personal, PersonalRecord, type Role } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role that a user holds or held: who gave it, why, from when to when; who ended it and why (K5). */
@Entity('role_grants')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['security', 'accountability'] })
export class RoleGrant {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  userId!: string;

  @Column('text')
  @Personal({ category: 'work_role', erasure: 'keep' })
  role!: Role;

  /** Null: the first-run setup. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  grantedBy!: string | null;

  @Column('timestamptz')
  @NotPersonal()
  grantedAt!: Date;

  @Column('text')
  @Personal({ category: 'work_role', erasure: 'clear' })
  reason!: string;

  @Column('timestamptz')
  @NotPersonal()
  startsAt!: Date;

  /** From then on it counts no more; null: until somebody ends it. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  endsAt!: Date | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  endedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'work_role', erasure: 'clear' })
  endReason!: string | null;

  end(at: Date, by: string | null, reason: string | null): void {
    this.endedAt = at;
    this.endedBy = by;
    this.endReason = reason;
  }
}
