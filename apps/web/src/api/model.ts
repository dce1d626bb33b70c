import type { components, operations } from './schema.js';

/** The resources of /api/v1 by the names the interface uses. Instants are ISO 8601 UTC, dates `YYYY-MM-DD`, phones E.164. */
type Schemas = components['schemas'];

export type Ref = Schemas['Reference'];
export type ProblemDetails = Schemas['Problem'];
export type FieldError = Schemas['ProblemField'];

/** One keyset page; `total` is exact up to 10,000 on the first page, else null. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total: number | null;
}

export type Me = Schemas['Me'];
export type Language = Me['language'];
export type Theme = Me['theme'];
export type Role = Me['roles'][number];
export type Permission = Me['permissions'][number]['permission'];
/** What an API token can be given. */
export type TokenScope = Schemas['CreateApiToken']['scopes'][number];
export type Factor = Me['secondFactor']['enrolled'][number];
export type Undertaking = Schemas['UndertakingResponse'];
export type OwnSession = Schemas['SessionResponse'];
export type Passkey = Schemas['PasskeyResponse'];
export type TotpInvitation = Schemas['TotpInvitationResponse'];
export type OidcProviderButton = Schemas['OidcProviderButton'];
export type ApiToken = Schemas['ApiTokenResponse'];
export type InvitationLookUp = Schemas['InvitationLookUp'];
export type AuditEvent = Schemas['AuditEventResponse'];
export type Controller = Schemas['ControllerResponse'];
export type User = Schemas['UserResponse'];
export type Invitation = Schemas['InvitationResponse'];
export type UserChange = Schemas['UpdateUser'];
export type Grant = Schemas['GrantResponse'];
export type Team = Schemas['TeamResponse'];
export type SecuritySettings = Schemas['SecuritySettingsResponse'];
export type AuditRetention = Schemas['AuditRetentionResponse'];
export type OidcProvider = Schemas['OidcProviderSettings'];
export type OidcKind = OidcProvider['kind'];
export type Receipt = Schemas['ReceiptResponse'];
export type UndertakingCopy = Schemas['UndertakingCopy'];
export type MailboxMessage = Schemas['MailboxMessage'];
export type MailboxLetter = Schemas['MailboxLetter'];
export type Webhook = Schemas['WebhookResponse'];
export type NewWebhook = Schemas['NewWebhookResponse'];
export type WebhookEvent = Webhook['events'][number];
export type WebhookDelivery = Schemas['WebhookDeliveryResponse'];
export type AccessReview = Schemas['ReviewResponse'];
export type ReviewItem = Schemas['ReviewItemResponse'];
export type Industry = Schemas['Industry'];

export type Company = Schemas['CompanyResponse'];
export type CompanyListItem = Schemas['CompanyListItem'];
export type NewCompany = Schemas['CreateCompany'];
export type CompanyPatch = Schemas['UpdateCompany'];
export type Address = Schemas['AddressResponse'];
export type AddressType = Address['type'];
export type Billing = Schemas['BillingResponse'];
export type Product = Schemas['ProductDto'];
export type ProductStatus = Product['status'];
export type Relationship = Schemas['RelationshipResponse'];
export type RelationshipStatus = Relationship['status'];
export type LegalForm = NonNullable<Company['legalForm']>;
export type CompanySize = NonNullable<Company['size']>;

export type Contact = Schemas['ContactResponse'];
export type ContactListItem = Schemas['ContactListItem'];
export type NewContact = Schemas['CreateContact'];
export type ContactPatch = Schemas['UpdateContact'];
export type Employment = Schemas['EmploymentResponse'];
export type Basis = Schemas['BasisDto'];
export type Retention = Schemas['RetentionResponse'];
export type ContactSource = NonNullable<Contact['sources']>[number];
export type Source = Schemas['SourceResponse'];
/** A source as sent: `when` defaults to today, `what` is required for `other`. */
export type SourceInput = Schemas['SourceDto'];
export type SourceKind = SourceInput['kind'];

/** May a person be contacted through a channel for a purpose? */
export type Decision = Schemas['DecisionResponse'];
/** What lists and records carry of a decision. */
export type ChannelPermission = Schemas['PermissionSummary'];
export type Objection = Schemas['ObjectionResponse'];
export type NewObjection = Schemas['RecordObjection'];
export type Consent = Schemas['ConsentResponse'];
export type NewConsent = Schemas['RecordConsent'];
export type SaleReference = Schemas['SaleReferenceResponse'];
export type NewSaleReference = Schemas['RecordSaleReference'];
/** What people's data is used for. The built-in ones have no name of their own: the catalogue names them. */
export type Purpose = Schemas['PurposeResponse'];
export type NewPurpose = Schemas['CreatePurpose'];
export type PurposeChange = Schemas['UpdatePurpose'];
/** Somebody who still has to be told of us (GDPR Art. 14). */
export type NoticeDuty = Schemas['NoticeDutyResponse'];
export type DischargeWay = Schemas['DischargeNoticeDuty']['via'];
/** A reply that seems to ask for no more messages. */
export type StopReply = Schemas['StopReplyResponse'];
/** A message to a person, and what became of it. */
export type Message = Schemas['MessageResponse'];
export type NewMessage = Schemas['CreateMessage'];

export type Interaction = Schemas['InteractionResponse'];
export type TimelineItem = Schemas['TimelineItem'];
export type NewInteraction = Schemas['CreateInteraction'];
export type InteractionType = Interaction['type'];
export type Direction = NonNullable<Interaction['direction']>;

export type SearchHit = Schemas['SearchHit'];
export type Today = Schemas['TodayResponse'];

export type Restriction = Schemas['RestrictionListItem'];
export type LiftRestriction = Schemas['LiftRestriction'];
export type InformedVia = NonNullable<LiftRestriction['informed']>['via'];
export type AuditFilters = NonNullable<operations['AuditLog_list']['parameters']['query']>;
export type Export = Schemas['ExportResponse'];

export type Segment = Schemas['SegmentResponse'];
export type NewSegment = Schemas['CreateSegment'];
export type Template = Schemas['TemplateResponse'];
export type TemplateInput = Schemas['CreateTemplate'];
export type MailContent = Schemas['ContentDto'];
export type MailBlock = Schemas['ContentBlockDto'];
export type Mailing = Schemas['MailingResponse'];
export type NewMailing = Schemas['CreateMailing'];
export type DispatchMailing = Schemas['DispatchMailing'];
export type AudienceMember = Schemas['AudienceMember'];
export type MailingRecipient = Schemas['MailingRecipientResponse'];
export type MailingResults = Schemas['MailingResults'];
export type RecipientStatus = NonNullable<
  NonNullable<operations['MailingReports_listRecipients']['parameters']['query']>['status']
>;
export type Sequence = Schemas['SequenceResponse'];
export type SequenceTrigger = Sequence['trigger'];
export type NewSequence = Schemas['CreateSequence'];
export type SequencePatch = Schemas['UpdateSequence'];
export type SequenceRun = Schemas['SequenceRunResponse'];
export type SenderDomain = Schemas['SenderDomainResponse'];
export type DomainFinding = Schemas['FindingResponse'];
export type DkimChoice = Schemas['ChooseDkim'];
export type InboundMailbox = Schemas['InboundMailboxResponse'];
export type NewInboundMailbox = Schemas['SaveInboundMailbox'];

export type SystemState = Schemas['SystemResponse'];

export type Import = Schemas['ImportResponse'];
export type ImportColumn = Schemas['ImportColumn'];
export type ImportMapping = Schemas['MapImport'];
export type ImportRow = Schemas['ImportRowResponse'];

export const recipientStatuses = [
  'handed_over',
  'waiting',
  'stopped',
  'in_doubt',
  'failed',
  'cancelled',
  'kept',
  'bounced',
  'complained',
  'objected',
] as const satisfies RecipientStatus[];
export const informedVia = [
  'email',
  'phone',
  'letter',
  'in_person',
  'other',
] as const satisfies InformedVia[];
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
] as const satisfies LegalForm[];
export const companySizes = ['1', '2-9', '10-49', '50-249', '250+'] as const satisfies CompanySize[];
export const relationshipStatuses = [
  'prospect',
  'customer',
  'former',
  'partner',
] as const satisfies RelationshipStatus[];
export const productStatuses = ['interested', 'in_use', 'bought'] as const satisfies ProductStatus[];
export const addressTypes = ['visiting', 'postal', 'billing'] as const satisfies AddressType[];
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
] as const satisfies SourceKind[];
export const interactionTypes = [
  'call',
  'email',
  'meeting',
  'note',
  'chat',
  'form',
  'visit',
] as const satisfies InteractionType[];
