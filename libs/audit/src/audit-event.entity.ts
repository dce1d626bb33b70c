import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

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

  @Column('text')
  @NotPersonal()
  requestId!: string;
}
