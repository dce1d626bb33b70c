import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AuditClass } from '../audit-event.entity.js';

/** How long one class of events is kept. */
@Entity('audit_retention')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['accountability'] })
export class AuditRetention {
  @PrimaryColumn('text')
  @NotPersonal()
  class!: AuditClass;

  @Column('integer')
  @NotPersonal()
  months!: number;

  @Column('timestamptz')
  @NotPersonal()
  updatedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  updatedBy!: string | null;

  /** That it was set through the application, and not in the database. Null as long as it is the default. */
  @Column('bytea', { nullable: true })
  @NotPersonal('a keyed digest of the rule')
  mac!: Buffer | null;
}
