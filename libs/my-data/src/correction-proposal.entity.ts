import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person may say is wrong. */
export const correctableFields = [
  'name',
  'title',
  'company',
  'email',
  'phone',
  'language',
  'interests',
  'other',
] as const;
export type CorrectableField = (typeof correctableFields)[number];

/** What is held, and what the person says is right (GDPR Art. 16). Somebody of ours decides. */
@Entity('correction_proposals')
@PersonalRecord({
  subject: 'contact',
  retention: 'audit',
  purposes: ['accountability'],
  foundBy: 't.request_id IN (SELECT r.id FROM subject_requests r WHERE r.contact_id = $1)',
})
export class CorrectionProposal {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @NotPersonal()
  requestId!: string;

  @Column('text')
  @NotPersonal('a fixed word')
  field!: CorrectableField;

  /** As it was held when they said so; null: nothing was. */
  @Column('text', { nullable: true })
  @Personal({ category: 'identity', erasure: 'clear' })
  oldValue!: string | null;

  @Column('text')
  @Personal({ category: 'identity', erasure: 'redact' })
  newValue!: string;

  @Column('text')
  @NotPersonal('a fixed word')
  status!: 'proposed' | 'accepted' | 'rejected';

  @Column('timestamptz')
  @Personal({ category: 'provenance', erasure: 'keep' })
  proposedAt!: Date;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  decidedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  decidedBy!: string | null;
}
