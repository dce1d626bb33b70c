import type { CompanySize, Language, LegalForm, RelationshipStatus } from '@seloste/kernel';
import type { Target } from '../columns/targets.js';

/** Why a row is no new person or company, or what of it was left out. Stable: the face words each of them. */
export const reasonCodes = [
  // the row is an error
  'missing_name',
  'invalid_email',
  'invalid_phone',
  'invalid_business_id',
  'invalid_vat_number',
  'too_long',
  'too_many_values',
  'wrong_column_count',
  'ambiguous_company',
  'could_not_save',
  // the row is a duplicate
  'duplicate_in_file',
  'duplicate_email',
  'duplicate_phone',
  'duplicate_name_at_company',
  'duplicate_company',
  // the row is new, and this is said about it
  'company_exists',
  'unknown_language',
  'unknown_country',
  'unknown_industry',
  'unknown_size',
  'unknown_legal_form',
  'unknown_status',
  'invalid_website',
  'left_out',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** One reason; `value` is the cell's text, or of `duplicate_in_file` the line of the other row. */
export interface Reason {
  code: ReasonCode;
  field?: Target;
  value?: string;
}

export const rowResults = ['new', 'duplicate', 'error'] as const;
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
