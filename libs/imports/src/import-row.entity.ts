import {
  NotPersonal,
  Personal,
  PersonalRecord,
  type CompanySize,
  type Language,
  type LegalForm,
  type PersonalDeclaration,
  type RelationshipStatus,
} from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `erased`: of somebody who was erased, whom a list does not bring back; nothing else is kept of the row. */
export const rowResults = ['new', 'duplicate', 'erased', 'error'] as const;
export type RowResult = (typeof rowResults)[number];

/** A person as a row tells of them: checked and normalised, and nothing that the row does not say. */
export interface ImportedPerson {
  firstName: string;
  lastName: string;
  emails: string[];
  phones: string[];
  title: string | null;
  areaOfResponsibility: string | null;
  department: string | null;
  language: Language | null;
  authorisations: string[];
  interests: string[];
}

/** A company as a row tells of it. Without a name it can only be one that is in the register by its number. */
export interface ImportedCompany {
  name: string | null;
  businessId: string | null;
  vatNumber: string | null;
  legalForm: LegalForm | null;
  industryCode: string | null;
  size: CompanySize | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  street: string | null;
  postalCode: string | null;
  city: string | null;
  country: string | null;
  status: RelationshipStatus | null;
}

/** What a row becomes. */
export interface ImportRecord {
  person: ImportedPerson | null;
  company: ImportedCompany | null;
  note: string | null;
}

const path = (category: PersonalDeclaration['category']): Omit<PersonalDeclaration, 'paths'> => ({
  category,
  erasure: 'delete_row',
});

/** What became of one row of a file. Gone thirty days after the import, or as soon as somebody deletes the import's data. */
@Entity('import_rows')
@PersonalRecord({
  subject: 'contact',
  retention: 'import',
  purposes: ['customer_relationship', 'accountability'],
  foundBy: '(t.import_id, t.line) IN (SELECT o.import_id, o.line FROM import_rows_of($1) o)',
})
export class ImportRow {
  @PrimaryColumn('uuid')
  @NotPersonal()
  importId!: string;

  @PrimaryColumn('integer')
  @NotPersonal()
  line!: number;

  @Column('text')
  @NotPersonal('a fixed word')
  result!: RowResult;

  @Column('jsonb')
  @Personal({
    category: 'contact_details',
    erasure: 'delete_row',
    paths: { '[].value': path('contact_details') },
  })
  reasons!: { code: string; field?: string; value?: string }[];

  @Column('text', { nullable: true })
  @Personal({ category: 'identity', erasure: 'delete_row' })
  name!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'contact_details', erasure: 'delete_row' })
  email!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'work_role', erasure: 'delete_row' })
  company!: string | null;

  @Column('jsonb', { nullable: true })
  @Personal({
    category: 'contact_details',
    erasure: 'delete_row',
    paths: {
      'person.firstName': path('identity'),
      'person.lastName': path('identity'),
      'person.emails[]': path('contact_details'),
      'person.phones[]': path('contact_details'),
      'person.title': path('work_role'),
      'person.areaOfResponsibility': path('work_role'),
      'person.department': path('work_role'),
      'person.language': path('preferences'),
      'person.authorisations[]': path('work_role'),
      'person.interests[]': path('preferences'),
      'company.name': path('company_details'),
      'company.businessId': path('company_details'),
      'company.vatNumber': path('company_details'),
      'company.legalForm': path('company_details'),
      'company.industryCode': path('company_details'),
      'company.size': path('company_details'),
      'company.phone': path('contact_details'),
      'company.email': path('contact_details'),
      'company.website': path('contact_details'),
      'company.street': path('contact_details'),
      'company.postalCode': path('contact_details'),
      'company.city': path('contact_details'),
      'company.country': path('contact_details'),
      'company.status': path('company_details'),
      note: path('communication'),
    },
  })
  record!: ImportRecord | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'delete_row' })
  contactId!: string | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'delete_row' })
  companyId!: string | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  importedAt!: Date | null;

  /** Follows the person's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the person’s flag')
  contactRestricted!: boolean;
}
