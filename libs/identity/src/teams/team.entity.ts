import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Users who share their people: the reach `team` is whatever a member of one's teams owns. */
@Entity('teams')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['security', 'accountability'] })
export class Team {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('text')
  @NotPersonal()
  name!: string;

  /** Answers the reviews of the members' grants; null: the administrators do. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  managerId!: string | null;

  @Column('integer')
  @NotPersonal()
  version!: number;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  createdBy!: string | null;

  @Column('timestamptz')
  @NotPersonal()
  updatedAt!: Date;

  /** Dissolved; nobody is in it any more. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  closedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  closedBy!: string | null;

  /** Dissolves the team. */
  close(at: Date, by: string | null): void {
    this.closedAt = at;
    this.closedBy = by;
  }
}
