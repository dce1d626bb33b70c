import { InvalidInput, NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import type { CompanySize, LegalForm, RelationshipStatus, SourceKind } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A company in the register. A sole trader is a natural person, so all of a company's data can be personal (K1). */
@Entity('companies')
@PersonalRecord({
  subject: 'company',
  retention: 'relationship',
  purposes: ['customer_relationship', 'direct_marketing'],
})
export class Company {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('text')
  @Personal({ category: 'identity', erasure: 'pseudonymise' })
  name!: string;

  @Column('text', { nullable: true })
  @Personal({ category: 'identity', erasure: 'clear' })
  businessId!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'identity', erasure: 'clear' })
  vatNumber!: string | null;

  @Column('char', { length: 2 })
  @NotPersonal('a country')
  country!: string;

  @Column('text', { nullable: true })
  @Personal({ category: 'company_details', erasure: 'keep' })
  legalForm!: LegalForm | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'company_details', erasure: 'keep' })
  industryCode!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'company_details', erasure: 'keep' })
  size!: CompanySize | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'contact_details', erasure: 'clear' })
  phone!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'contact_details', erasure: 'clear' })
  email!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'contact_details', erasure: 'clear' })
  website!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'billing', erasure: 'clear', purposes: ['invoicing'] })
  eInvoiceAddress!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'billing', erasure: 'clear', purposes: ['invoicing'] })
  eInvoiceOperator!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'billing', erasure: 'clear', purposes: ['invoicing'] })
  billingEmail!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'billing', erasure: 'clear', purposes: ['invoicing'] })
  billingReference!: string | null;

  @Column('smallint', { nullable: true })
  @Personal({ category: 'billing', erasure: 'clear', purposes: ['invoicing'] })
  paymentTermDays!: number | null;

  @Column('text')
  @Personal({ category: 'company_details', erasure: 'keep' })
  relationshipStatus!: RelationshipStatus;

  @Column('date', { nullable: true })
  @Personal({ category: 'company_details', erasure: 'generalise' })
  relationshipStartedOn!: string | null;

  @Column('date', { nullable: true })
  @Personal({ category: 'company_details', erasure: 'generalise' })
  relationshipEndedOn!: string | null;

  /** It ended before it began: a lead that was lost. The database tells by what it was before. */
  @Column({ type: 'boolean', insert: false, update: false })
  @Personal({ category: 'company_details', erasure: 'keep' })
  relationshipLost!: boolean;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  ownerId!: string | null;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'keep', purposes: ['accountability'] })
  sourceKind!: SourceKind;

  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'redact', purposes: ['accountability'] })
  sourceWhat!: string | null;

  @Column('date')
  @Personal({ category: 'provenance', erasure: 'generalise', purposes: ['accountability'] })
  sourceOn!: string;

  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'usage', erasure: 'generalise' })
  lastInteractionAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  archivedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  archivedBy!: string | null;

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

  /**
   * The dates must tell one story: an end after its start, and only where the relationship has ended; of what is over,
   * both lie behind us, as people's clocks run from the end (V12). `today`: the controller's.
   * @throws InvalidInput naming the date.
   */
  assertRelationship(today: string): void {
    const { relationshipStatus: status, relationshipStartedOn: start, relationshipEndedOn: end } = this;
    if (end !== null && start !== null && end < start)
      throw InvalidInput.of('relationship.endedOn', 'before_start', 'must not be before startedOn');
    if (end !== null && (status === 'customer' || status === 'prospect'))
      throw InvalidInput.of(
        'relationship.endedOn',
        'not_ended',
        'must be empty while the relationship goes on',
      );
    if (status !== 'former') return;
    if (end !== null && end > today)
      throw InvalidInput.of('relationship.endedOn', 'future', 'must not lie in the future');
    if (start !== null && start > today)
      throw InvalidInput.of('relationship.startedOn', 'future', 'must not lie in the future');
  }
}
