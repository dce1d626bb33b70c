import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event's place in the chain. It outlives its event, so that what was pruned is told from what was removed. */
@Entity('audit_links')
@PersonalRecord({ subject: 'user', retention: 'audit', purposes: ['accountability', 'security'] })
export class AuditLink {
  @PrimaryColumn('bigint')
  @NotPersonal()
  seq!: string;

  @Column('uuid', { unique: true })
  @Personal({ category: 'link', erasure: 'keep' })
  eventId!: string;

  @Column('text')
  @NotPersonal()
  class!: string;

  @Column('timestamptz')
  @NotPersonal()
  occurredAt!: Date;

  @Column('boolean')
  @NotPersonal('whether the event was written by a process that holds the master key')
  attested!: boolean;

  @Column('bytea')
  @NotPersonal('a keyed digest of ids and field names')
  digest!: Buffer;

  @Column('bytea')
  @NotPersonal('a keyed digest of the link and the one before it')
  hash!: Buffer;
}
