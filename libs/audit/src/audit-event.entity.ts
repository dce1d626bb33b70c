import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which retention rule an event follows: what somebody looked at, or what somebody did. */
export type AuditClass = 'read' | 'decision';

/** One act on the register: who, what, on which record, which fields. Never a value (design rule 8). Append-only. */
@Entity('audit_events')
@PersonalRecord({ subject: 'user', retention: 'audit', purposes: ['accountability', 'security'] })
export class AuditEvent {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('timestamptz')
  @NotPersonal()
  occurredAt!: Date;

  @Column('text')
  @NotPersonal()
  class!: AuditClass;

  @Column('text')
  @NotPersonal()
  actorKind!: 'user' | 'system';

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  actorId!: string | null;

  @Column('text', { nullable: true })
  @NotPersonal('the name of a job or of the public door')
  actorName!: string | null;

  @Column('text')
  @NotPersonal()
  action!: string;

  @Column('text')
  @NotPersonal()
  subjectType!: string;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  subjectId!: string | null;

  @Column('text', { array: true })
  @NotPersonal('names of fields, never their values')
  fields!: string[];

  /** People that the act showed or touched besides its subject: whoever is affected by a breach is found by it. */
  @Column('uuid', { array: true })
  @Personal({ category: 'link', erasure: 'keep' })
  shownIds!: string[];

  @Column('text')
  @NotPersonal()
  requestId!: string;

  /** By whom it was written: only a process that holds the master key can make it. Null for what is older than the chain. */
  @Column('bytea', { nullable: true })
  @NotPersonal('a keyed digest of ids and field names')
  mac!: Buffer | null;
}
