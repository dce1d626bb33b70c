import { ImpersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Both ends of the chain and how far it was pruned, under a key: neither end can be moved by who owns the database. */
@Entity('audit_chain')
@ImpersonalRecord('numbers and keyed digests')
export class AuditChain {
  @PrimaryColumn('boolean')
  singleton!: boolean;

  @Column('timestamptz')
  beganAt!: Date;

  @Column('bigint')
  baselineSeq!: string;

  @Column('bigint')
  firstSeq!: string;

  @Column('bytea')
  firstPrevious!: Buffer;

  @Column('bigint')
  lastSeq!: string;

  @Column('bytea')
  lastHash!: Buffer;

  @Column('timestamptz', { nullable: true })
  readsPrunedUntil!: Date | null;

  @Column('timestamptz', { nullable: true })
  decisionsPrunedUntil!: Date | null;

  @Column('bytea')
  mac!: Buffer;
}
