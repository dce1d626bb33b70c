import { NotPersonal, Personal, PersonalRecord, type Language, type SourceKind } from '@seloste/kernel';
import type { ClockPart } from '@seloste/retention';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person in the register (H2, C1, K1, P2). */
@Entity('contacts')
@PersonalRecord({
  subject: 'contact',
  retention: 'relationship',
  purposes: ['customer_relationship', 'direct_marketing'],
})
export class Contact {
  @PrimaryColumn('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  id!: string;

  @Column('text')
  @Personal({ category: 'identity', erasure: 'pseudonymise' })
  firstName!: string;

  @Column('text')
  @Personal({ category: 'identity', erasure: 'pseudonymise' })
  lastName!: string;

  @Column({ type: 'text', insert: false, update: false })
  @Personal({ category: 'identity', erasure: 'pseudonymise', exported: false })
  sortName!: string;

  @Column('text', { nullable: true })
  @Personal({ category: 'work_role', erasure: 'generalise' })
  title!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'work_role', erasure: 'clear' })
  areaOfResponsibility!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'work_role', erasure: 'clear' })
  department!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'preferences', erasure: 'clear' })
  language!: Language | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'work_role', erasure: 'keep' })
  companyId!: string | null;

  @Column('text', { array: true })
  @Personal({ category: 'work_role', erasure: 'clear' })
  authorisations!: string[];

  @Column('text', { array: true })
  @Personal({ category: 'preferences', erasure: 'clear' })
  interests!: string[];

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  ownerId!: string | null;

  /** Since when the data is here, and by what way it came: facts that no edit of the sources changes. */
  @Column('date')
  @Personal({ category: 'provenance', erasure: 'keep', purposes: ['accountability'] })
  collectedOn!: string;

  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'keep', purposes: ['accountability'] })
  collectedVia!: SourceKind | null;

  /** When the person was last in touch, from their side. */
  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'usage', erasure: 'clear' })
  lastHeardAt!: Date | null;

  @Column('date', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'keep', purposes: ['accountability'] })
  retentionDueOn!: string | null;

  /** The key of the retention rule. */
  @Column('text')
  @Personal({ category: 'provenance', erasure: 'keep', purposes: ['accountability'] })
  retentionGround!: string;

  @Column('integer')
  @Personal({ category: 'provenance', erasure: 'keep', purposes: ['accountability'] })
  retentionRuleVersion!: number;

  /** What started the clock. */
  @Column('text')
  @Personal({ category: 'provenance', erasure: 'keep', purposes: ['accountability'] })
  retentionStart!: string;

  @Column('date')
  @Personal({ category: 'provenance', erasure: 'keep', purposes: ['accountability'] })
  retentionStartedOn!: string;

  @Column('date', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'keep', purposes: ['accountability'] })
  retentionReviewOn!: string | null;

  @Column('date', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'keep', purposes: ['accountability'] })
  retentionReviewedOn!: string | null;

  /** What goes before the person does, and when; written by the database. */
  @Column({ type: 'jsonb', nullable: true, insert: false, update: false })
  @Personal({
    category: 'provenance',
    erasure: 'clear',
    purposes: ['accountability'],
    paths: { '[].dueOn': { category: 'provenance', erasure: 'clear' } },
  })
  retentionParts!: ClockPart[] | null;

  /** Is processing restricted (GDPR Art. 18)? Derived from the restrictions, and read by row-level security. */
  @Column({ type: 'boolean', insert: false, update: false })
  @Personal({ category: 'provenance', erasure: 'keep', purposes: ['accountability'] })
  restricted!: boolean;

  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'usage', erasure: 'generalise' })
  lastInteractionAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  archivedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  archivedBy!: string | null;

  /** Since when the person is forgotten: nothing is sent to them, and nothing opts them in again (design rule 6). */
  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'keep', purposes: ['accountability'] })
  erasedAt!: Date | null;

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
}
