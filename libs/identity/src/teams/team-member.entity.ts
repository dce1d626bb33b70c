import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a user is or was in a team: since when and by whom, until when and by whom. */
@Entity('team_members')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['security', 'accountability'] })
export class TeamMember {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @NotPersonal()
  teamId!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  userId!: string;

  @Column('timestamptz')
  @NotPersonal()
  joinedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  addedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  leftAt!: Date | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  removedBy!: string | null;
}
