import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const roles = ['admin', 'salesperson'] as const;
export type Role = (typeof roles)[number];

/** A role that a user holds or held: who gave it and when, who took it away and when (K5). */
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

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  endedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  endedAt!: Date | null;

  end(at: Date, by: string | null): void {
    this.endedAt = at;
    this.endedBy = by;
  }
}
