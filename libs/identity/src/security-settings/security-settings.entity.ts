import { ImpersonalRecord, type Role } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the company asks of its users beyond what the software asks of everybody. One row. */
@Entity('security_settings')
@ImpersonalRecord('names of roles and numbers')
export class SecuritySettings {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('boolean')
  singleton!: boolean;

  /** Whoever holds one of these has to have a second factor. */
  @Column('text', { array: true })
  secondFactorRoles!: Role[];

  /** An export of more people than this needs a second person's approval. */
  @Column('integer')
  exportApprovalThreshold!: number;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  updatedAt!: Date;
}
