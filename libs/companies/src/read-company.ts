import { companiesWithin } from '@seloste/identity';
import { NotFound, type RequestContext } from '@seloste/kernel';
import { referenceOf, whereOpen, type Reader } from '@seloste/platform';
import type {
  AddressResponse,
  CompanyFieldGroup,
  CompanyListItem,
  CompanyResponse,
  ProductDto,
} from './companies.dto.js';
import { contactCount, detailsOpenTo, lastInteraction, sightOf, type CompanySight } from './company-scope.js';
import type { Company } from './company.entity.js';
import { industryOf } from './industries.js';

/** Columns of a list row as far as the caller may see them; `c` is the company, `o` its owner. */
export const listColumns = (context: RequestContext, parameters: unknown[]): string =>
  sharedColumns(detailsOpenTo(context, parameters), countedFor(context, parameters));

/** What is counted from other rows, as far as the caller sees those. */
interface Counted {
  people: string;
  last: string;
}

const countedFor = (context: RequestContext, parameters: unknown[]): Counted => ({
  people: contactCount(context, parameters),
  last: lastInteraction(context, parameters),
});

const sharedColumns = (details: string | null, { people, last }: Counted): string => `
  c.id, c.name, c.business_id AS "businessId", c.legal_form AS "legalForm", c.industry_code AS "industryCode",
  ${whereOpen(details, 'c.phone')} AS phone, ${whereOpen(details, 'c.email')} AS email, c.relationship_status AS "relationshipStatus",
  c.relationship_started_on::text AS "relationshipStartedOn", c.relationship_ended_on::text AS "relationshipEndedOn",
  c.owner_id AS "ownerId", o.name AS "ownerName",
  ${last} AS "lastInteractionAt", c.archived_at AS "archivedAt",
  (SELECT a.city FROM company_addresses a WHERE a.company_id = c.id AND a.city IS NOT NULL ORDER BY a.position LIMIT 1) AS city,
  ${people} AS "contactCount", ${details ?? 'true'} AS "showsDetails"`;

export type ListRow = Pick<
  Company,
  | 'id'
  | 'name'
  | 'businessId'
  | 'legalForm'
  | 'industryCode'
  | 'phone'
  | 'email'
  | 'relationshipStatus'
  | 'relationshipStartedOn'
  | 'relationshipEndedOn'
  | 'ownerId'
  | 'lastInteractionAt'
  | 'archivedAt'
> & { ownerName: string | null; city: string | null; contactCount: number; showsDetails: boolean };

type FullRow = ListRow &
  Pick<
    Company,
    | 'vatNumber'
    | 'country'
    | 'size'
    | 'website'
    | 'eInvoiceAddress'
    | 'eInvoiceOperator'
    | 'billingEmail'
    | 'billingReference'
    | 'paymentTermDays'
    | 'sourceWhat'
    | 'createdAt'
    | 'updatedAt'
    | 'version'
  > & {
    /** Null where it is withheld, as everything of a field group. */
    sourceKind: Company['sourceKind'] | null;
    sourceOn: string | null;
    addresses: AddressResponse[] | null;
    products: ProductDto[];
    showsPrivacy: boolean;
    showsBilling: boolean;
  };

const fullColumns = (counted: Counted, { details, privacy, billing }: CompanySight): string => `
    ${sharedColumns(details, counted)}, c.vat_number AS "vatNumber", c.country, c.size, ${whereOpen(details, 'c.website')} AS website,
    ${whereOpen(billing, 'c.e_invoice_address')} AS "eInvoiceAddress", ${whereOpen(billing, 'c.e_invoice_operator')} AS "eInvoiceOperator",
    ${whereOpen(billing, 'c.billing_email')} AS "billingEmail", ${whereOpen(billing, 'c.billing_reference')} AS "billingReference",
    ${whereOpen(billing, 'c.payment_term_days')} AS "paymentTermDays", ${whereOpen(privacy, 'c.source_kind')} AS "sourceKind",
    ${whereOpen(privacy, 'c.source_what')} AS "sourceWhat", ${whereOpen(privacy, 'c.source_on::text')} AS "sourceOn",
    ${privacy ?? 'true'} AS "showsPrivacy", ${billing ?? 'true'} AS "showsBilling",
    c.created_at AS "createdAt", c.updated_at AS "updatedAt", c.version,
    ${whereOpen(details, addresses)} AS addresses,
    (SELECT coalesce(json_agg(json_build_object('name', p.name, 'status', p.status) ORDER BY p.position), '[]')
       FROM company_products p WHERE p.company_id = c.id) AS products`;

const addresses = `(SELECT coalesce(json_agg(json_build_object('type', a.type, 'street', a.street, 'postalCode', a.postal_code,
       'city', a.city, 'country', a.country) ORDER BY a.position), '[]') FROM company_addresses a WHERE a.company_id = c.id)`;

/** One company with everything about it that the caller may see. @throws NotFound */
export async function readCompany(
  reader: Reader,
  context: RequestContext,
  id: string,
): Promise<CompanyResponse> {
  const parameters: unknown[] = [id];
  const within = companiesWithin(context, 'companies.read', 'c', parameters);
  const columns = fullColumns(countedFor(context, parameters), sightOf(context, parameters));
  const [row] = await reader.read<FullRow>(
    `SELECT ${columns} FROM companies c LEFT JOIN users o ON o.id = c.owner_id
     WHERE c.id = $1${within === null ? '' : ` AND ${within}`}`,
    parameters,
  );
  if (!row) throw new NotFound('company');
  return {
    ...toListItem(row),
    vatNumber: row.vatNumber,
    country: row.country,
    industryCode: row.industryCode,
    size: row.size,
    addresses: row.addresses,
    website: row.website,
    billing: toBilling(row),
    products: row.products,
    ownerId: row.ownerId,
    source:
      row.sourceKind === null || row.sourceOn === null
        ? null
        : { kind: row.sourceKind, what: row.sourceWhat, when: row.sourceOn },
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    version: row.version,
    withheld: withheldFrom(row),
  };
}

function withheldFrom(row: FullRow): CompanyFieldGroup[] {
  const privacy: CompanyFieldGroup[] = row.showsPrivacy ? [] : ['privacy'];
  const billing: CompanyFieldGroup[] = row.showsBilling ? [] : ['billing'];
  return [...toListItem(row).withheld, ...privacy, ...billing];
}

function toBilling(row: FullRow): CompanyResponse['billing'] {
  const billing = {
    eInvoiceAddress: row.eInvoiceAddress,
    eInvoiceOperator: row.eInvoiceOperator,
    email: row.billingEmail,
    reference: row.billingReference,
    paymentTermDays: row.paymentTermDays,
  };
  return Object.values(billing).every((value) => value === null) ? null : billing;
}

/** A list row as the API shows it. */
export function toListItem(row: ListRow): CompanyListItem {
  return {
    id: row.id,
    name: row.name,
    businessId: row.businessId,
    legalForm: row.legalForm,
    isNaturalPerson: row.legalForm === 'sole_trader',
    industry: row.industryCode === null ? null : industryOf(row.industryCode),
    city: row.city,
    phone: row.phone,
    email: row.email,
    relationship: {
      status: row.relationshipStatus,
      startedOn: row.relationshipStartedOn,
      endedOn: row.relationshipEndedOn,
    },
    owner: referenceOf(row.ownerId, row.ownerName),
    contactCount: row.contactCount,
    lastInteractionAt: row.lastInteractionAt,
    archivedAt: row.archivedAt,
    withheld: row.showsDetails ? [] : ['contact_details'],
  };
}
