import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Why somebody acted as privacy officer and saw restricted people (GDPR Art. 18(2)). The reason is in words and may tell
 * of a person, so it is kept beside the audit event, not in it, and shown to privacy officers only. Append-only.
 */
@Entity('privacy_acts')
@PersonalRecord({
  subject: 'contact',
  retention: 'audit',
  purposes: ['accountability'],
  foundBy: `t.subject_type = 'contact' AND t.subject_id = $1`,
})
export class PrivacyAct {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  userId!: string;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'redact', exported: false })
  reason!: string;

  @Column('text')
  @NotPersonal('a fixed word')
  subjectType!: string;

  /** The person; null when the act was about many. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  subjectId!: string | null;

  /** Leads to the audit events of the same request. */
  @Column('text')
  @NotPersonal()
  requestId!: string;

  @Column('timestamptz')
  @NotPersonal()
  actedAt!: Date;
}
