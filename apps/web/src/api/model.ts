/** The resources of /api/v1 as the interface sees them. Instants are ISO 8601 UTC, dates `YYYY-MM-DD`, phones E.164. */

export type Language = 'fi' | 'sv' | 'en';
export type Theme = 'auto' | 'light' | 'dark';
export type Role = 'admin' | 'salesperson';

export interface Ref {
  id: string;
  name: string;
}
/** One keyset page; `total` is exact up to 10,000 on the first page, else null. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total: number | null;
}
export interface FieldError {
  field: string;
  code: string;
  message: string;
}
export interface ProblemDetails {
  type?: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  requestId?: string;
  fields?: FieldError[];
}

export interface Controller {
  id: string;
  name: string;
  businessId: string | null;
  language: Language;
  timeZone: string;
}
export interface Me {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  language: Language;
  theme: Theme;
  controller: Controller;
}
export interface User {
  id: string;
  name: string;
  active: boolean;
  roles: Role[];
  email?: string;
  language: Language;
}
export interface Industry {
  code: string;
  fi: string;
  sv: string;
  en: string;
}

export const legalForms = [
  'limited_company',
  'public_limited_company',
  'sole_trader',
  'general_partnership',
  'limited_partnership',
  'cooperative',
  'association',
  'foundation',
  'public_body',
  'housing_company',
  'branch',
  'foreign',
  'other',
] as const;
export type LegalForm = (typeof legalForms)[number];
export const companySizes = ['1', '2-9', '10-49', '50-249', '250+'] as const;
export type CompanySize = (typeof companySizes)[number];
export const relationshipStatuses = ['prospect', 'customer', 'former', 'partner'] as const;
export type RelationshipStatus = (typeof relationshipStatuses)[number];
export const productStatuses = ['interested', 'in_use', 'bought'] as const;
export type ProductStatus = (typeof productStatuses)[number];
export const addressTypes = ['visiting', 'postal', 'billing'] as const;
export type AddressType = (typeof addressTypes)[number];
export const sourceKinds = [
  'person',
  'company',
  'website',
  'public_register',
  'bought_list',
  'referral',
  'event',
  'form',
  'import',
  'other',
] as const;
export type SourceKind = (typeof sourceKinds)[number];
export const interactionTypes = ['call', 'email', 'meeting', 'note', 'chat', 'form', 'visit'] as const;
export type InteractionType = (typeof interactionTypes)[number];
export type Direction = 'in' | 'out';

export interface Source {
  kind: SourceKind;
  what: string | null;
  when: string;
}
/** A source as sent: `when` defaults to today, `what` is required for `other`. */
export interface SourceInput {
  kind: SourceKind;
  what?: string | null;
  when?: string;
}
export interface Address {
  type: AddressType;
  street: string | null;
  postalCode: string | null;
  city: string | null;
  country: string;
}
export interface Billing {
  eInvoiceAddress: string | null;
  eInvoiceOperator: string | null;
  email: string | null;
  reference: string | null;
  paymentTermDays: number | null;
}
export interface Product {
  name: string;
  status: ProductStatus;
}
export interface Relationship {
  status: RelationshipStatus;
  startedOn: string | null;
  endedOn: string | null;
}
export interface Company {
  id: string;
  name: string;
  businessId: string | null;
  vatNumber: string | null;
  country: string;
  legalForm: LegalForm | null;
  isNaturalPerson: boolean;
  industryCode: string | null;
  industry: Industry | null;
  size: CompanySize | null;
  addresses: Address[];
  phone: string | null;
  email: string | null;
  website: string | null;
  billing: Billing | null;
  products: Product[];
  relationship: Relationship;
  ownerId: string | null;
  owner: Ref | null;
  source: Source;
  lastInteractionAt: string | null;
  contactCount: number;
  archivedAt: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}
export interface CompanyListItem {
  id: string;
  name: string;
  businessId: string | null;
  legalForm: LegalForm | null;
  isNaturalPerson: boolean;
  industry: Industry | null;
  city: string | null;
  phone: string | null;
  email: string | null;
  relationship: Relationship;
  owner: Ref | null;
  contactCount: number;
  lastInteractionAt: string | null;
  archivedAt: string | null;
}
type CompanyFields = Pick<
  Company,
  | 'name'
  | 'businessId'
  | 'vatNumber'
  | 'country'
  | 'legalForm'
  | 'industryCode'
  | 'size'
  | 'addresses'
  | 'phone'
  | 'email'
  | 'website'
  | 'billing'
  | 'products'
  | 'ownerId'
> & { relationship: Partial<Relationship>; source: SourceInput };
export type CompanyPatch = Partial<CompanyFields>;
export type NewCompany = CompanyPatch & Pick<CompanyFields, 'name' | 'source'>;

export interface Employment {
  companyId: string;
  companyName: string;
  title: string | null;
  startedOn: string | null;
  endedOn: string | null;
}
export interface Basis {
  purpose: string;
  basis: string;
}
export interface Retention {
  dueOn: string | null;
  ground: string;
  reason: string;
  reviewOn: string | null;
}
export interface Contact {
  id: string;
  firstName: string | null;
  lastName: string | null;
  name: string;
  emails: string[];
  phones: string[];
  title: string | null;
  areaOfResponsibility: string | null;
  department: string | null;
  language: Language | null;
  companyId: string | null;
  company: (Ref & { relationship: Relationship }) | null;
  employments: Employment[];
  authorisations: string[];
  interests: string[];
  ownerId: string | null;
  owner: Ref | null;
  sources: (Source & { id: string })[];
  bases: Basis[];
  retention: Retention;
  lastInteractionAt: string | null;
  archivedAt: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}
export interface ContactListItem {
  id: string;
  name: string;
  firstName: string | null;
  lastName: string | null;
  title: string | null;
  areaOfResponsibility: string | null;
  language: Language | null;
  email: string | null;
  phone: string | null;
  company: Ref | null;
  owner: Ref | null;
  lastInteractionAt: string | null;
  archivedAt: string | null;
}
type ContactFields = Pick<
  Contact,
  | 'firstName'
  | 'lastName'
  | 'emails'
  | 'phones'
  | 'title'
  | 'areaOfResponsibility'
  | 'department'
  | 'language'
  | 'companyId'
  | 'authorisations'
  | 'interests'
  | 'ownerId'
> & { sources: SourceInput[]; bases: Basis[] };
export type ContactPatch = Partial<ContactFields>;
export type NewContact = ContactPatch & Pick<ContactFields, 'sources'>;

export interface Interaction {
  id: string;
  type: InteractionType;
  direction: Direction | null;
  occurredAt: string;
  durationMinutes: number | null;
  subject: string | null;
  body: string | null;
  contactIds: string[];
  contacts: Ref[];
  companyId: string | null;
  company: Ref | null;
  authorId: string | null;
  author: Ref | null;
  editedAt: string | null;
  createdAt: string;
  version: number;
}
export type TimelineItem = Interaction & { kind: 'interaction' };
export type InteractionPatch = Partial<
  Pick<
    Interaction,
    'type' | 'direction' | 'occurredAt' | 'durationMinutes' | 'subject' | 'body' | 'contactIds' | 'companyId'
  >
>;
export type NewInteraction = InteractionPatch & Pick<Interaction, 'type'>;
/** What an interaction said before an edit. */
export interface InteractionRevision {
  id: string;
  revisedAt: string;
  revisedBy: Ref | null;
  type: InteractionType;
  direction: Direction | null;
  occurredAt: string;
  subject: string | null;
  body: string | null;
}

export type SearchKind = 'contact' | 'company' | 'interaction';
export interface SearchHit {
  kind: SearchKind;
  id: string;
  title: string;
  subtitle: string | null;
  excerpt?: string | null;
  occurredAt?: string | null;
  contactId?: string | null;
  companyId?: string | null;
}
export interface Today {
  recentPeople: ContactListItem[];
  sinceYesterday: TimelineItem[];
  counts: { contacts: number; companies: number; interactionsThisWeek: number };
}

export interface ImportColumn {
  index: number;
  header: string;
  samples: string[];
  target: string | null;
}
export interface ImportSummary {
  new: number;
  duplicate: number;
  error: number;
  imported: number;
}
export interface Import {
  id: string;
  status: 'mapping' | 'checking' | 'checked' | 'running' | 'finished' | 'failed';
  fileName: string;
  encoding: string;
  delimiter: string;
  /** False when the first row is data already. */
  hasHeader: boolean;
  rowCount: number;
  columns: ImportColumn[];
  mapping?: { index: number; target: string | null }[] | null;
  source?: Source | null;
  owner: Ref | null;
  language: Language | null;
  summary?: ImportSummary | null;
  processed: number;
  /** Why it failed: the code of the file's problem. */
  failure: string | null;
  createdAt: string;
  createdBy: Ref | null;
  finishedAt: string | null;
  /** When the file's rows were deleted, so that only the counts are left. */
  rowsDeletedAt: string | null;
}
export interface ImportMapping {
  /** Left out: guessed anew, as after the upload. */
  columns?: { index: number; target: string | null }[];
  source: SourceInput;
  ownerId?: string | null;
  language?: Language | null;
  delimiter?: string;
  encoding?: string;
}
export interface ImportRow {
  row: number;
  result: 'new' | 'duplicate' | 'error';
  reasons: { code: string; field?: string; value?: string }[];
  contactId?: string | null;
  companyId?: string | null;
  preview: { name: string | null; email: string | null; company: string | null };
}
