import type {
  Direction,
  InteractionType,
  Language,
  LegalForm,
  RelationshipStatus,
  Role,
} from '@seloste/kernel';

/** Rows as the tables of migrations/ take them; instants and days as ISO 8601 text. */

export interface UserRow {
  id: string;
  name: string;
  email: string;
  language: Language;
  roles: Role[];
  team: 'Kotimaa' | 'Pohjoismaat ja vienti';
  created_at: string;
}

export interface CompanyRow {
  id: string;
  name: string;
  business_id: string | null;
  vat_number: string | null;
  country: string;
  legal_form: LegalForm;
  industry_code: string;
  size: string;
  phone: string | null;
  email: string | null;
  website: string | null;
  e_invoice_address: string | null;
  e_invoice_operator: string | null;
  billing_email: string | null;
  billing_reference: string | null;
  payment_term_days: number | null;
  relationship_status: RelationshipStatus;
  relationship_started_on: string | null;
  relationship_ended_on: string | null;
  owner_id: string | null;
  source_kind: string;
  source_what: string | null;
  source_on: string;
  last_interaction_at: string | null;
  archived_at: string | null;
  archived_by: string | null;
  version: number;
  created_at: string;
  created_by: string;
  updated_at: string;
}

export interface AddressRow {
  id: string;
  company_id: string;
  position: number;
  type: 'visiting' | 'postal' | 'billing';
  street: string;
  postal_code: string;
  city: string;
  country: string;
}

export interface ProductRow {
  id: string;
  company_id: string;
  position: number;
  name: string;
  status: 'interested' | 'in_use' | 'bought';
}

export interface ContactRow {
  id: string;
  first_name: string;
  last_name: string;
  title: string | null;
  area_of_responsibility: string | null;
  department: string | null;
  language: Language;
  company_id: string | null;
  authorisations: string[];
  interests: string[];
  owner_id: string | null;
  collected_on: string;
  collected_via: string;
  /** When an open-ended ground is looked at next; the database sets the rest of the clock. */
  retention_review_on: string;
  last_interaction_at: string | null;
  archived_at: string | null;
  archived_by: string | null;
  version: number;
  created_at: string;
  created_by: string;
  updated_at: string;
}

export interface PointRow {
  contact_id: string;
  kind: 'email' | 'phone';
  position: number;
  value: string;
}

export interface SourceRow {
  id: string;
  contact_id: string;
  kind: string;
  what: string | null;
  collected_on: string;
  recorded_at: string;
  recorded_by: string;
}

export interface BasisRow {
  contact_id: string;
  purpose: string;
  basis: string;
  recorded_at: string;
  recorded_by: string;
}

export interface EmploymentRow {
  id: string;
  contact_id: string;
  company_id: string;
  title: string | null;
  started_on: string | null;
  ended_on: string | null;
}

export interface InteractionRow {
  id: string;
  type: InteractionType;
  direction: Direction | null;
  occurred_at: string;
  duration_minutes: number | null;
  subject: string;
  body: string;
  company_id: string | null;
  author_id: string;
  edited_at: string | null;
  version: number;
  created_at: string;
}

export interface ParticipantRow {
  interaction_id: string;
  contact_id: string;
  position: number;
  occurred_at: string;
}

export interface RevisionRow {
  id: string;
  interaction_id: string;
  revised_at: string;
  revised_by: string;
  type: InteractionType;
  direction: Direction | null;
  occurred_at: string;
  duration_minutes: number | null;
  subject: string;
  body: string;
}

export interface AuditRow {
  id: string;
  occurred_at: string;
  actor_kind: 'user' | 'system';
  actor_id: string | null;
  actor_name: string | null;
  action: string;
  subject_type: string;
  subject_id: string;
  fields: string[];
  request_id: string;
}

/** What people said about being contacted. */
export interface PermissionRows {
  wordings: {
    id: string;
    purpose: string;
    language: Language;
    version: number;
    text: string;
    created_at: string;
  }[];
  consents: {
    id: string;
    contact_id: string;
    channel: string;
    purpose: string;
    wording_id: string;
    language: Language;
    obtained_at: string;
    obtained_via: string;
    needs_confirmation: boolean;
    recorded_at: string;
    recorded_by: string;
  }[];
  withdrawals: {
    consent_id: string;
    contact_id: string;
    withdrawn_at: string;
    received_via: string;
    recorded_at: string;
  }[];
  objections: {
    id: string;
    contact_id: string | null;
    company_id: string | null;
    channel: string;
    purpose: string;
    objected_at: string;
    received_via: string;
    note: string | null;
    recorded_at: string;
    recorded_by: string | null;
  }[];
  sales: {
    id: string;
    contact_id: string;
    reference: string;
    product: string;
    sold_on: string;
    opt_out_offered_on: string;
    recorded_at: string;
    recorded_by: string;
  }[];
}

interface MadeRow {
  id: string;
  created_at: string;
  created_by: string;
}
interface ChangedRow extends MadeRow {
  name: string;
  version: number;
  updated_at: string;
}

/** What is to be sent to many. */
export interface MailRows {
  templates: (ChangedRow & { purpose: string })[];
  versions: (MadeRow & { template_id: string; number: number; purpose: string })[];
  contents: { version_id: string; language: Language; subject: string; blocks: object[] }[];
  segments: (ChangedRow & { filters: object })[];
  mailings: (ChangedRow & { purpose: string; template_id: string; segment_id: string; status: 'draft' })[];
}

/** Everything that the demo puts into an empty register. */
export interface DemoData {
  controller: {
    id: string;
    name: string;
    business_id: string;
    language: Language;
    time_zone: string;
    created_at: string;
  };
  users: UserRow[];
  companies: CompanyRow[];
  addresses: AddressRow[];
  products: ProductRow[];
  contacts: ContactRow[];
  points: PointRow[];
  sources: SourceRow[];
  bases: BasisRow[];
  employments: EmploymentRow[];
  interactions: InteractionRow[];
  participants: ParticipantRow[];
  revisions: RevisionRow[];
  audit: AuditRow[];
  permissions: PermissionRows;
  mail: MailRows;
}
