import { NotFound } from '@seloste/kernel';
import { referenceOf, type Reader } from '@seloste/platform';
import type { AddressResponse, CompanyListItem, CompanyResponse, ProductDto } from './companies.dto.js';
import type { Company } from './company.entity.js';
import { industryOf } from './industries.js';

/** Columns of a list row; `c` is the company, `o` its owner. */
export const listColumns = `
  c.id, c.name, c.business_id AS "businessId", c.legal_form AS "legalForm", c.industry_code AS "industryCode",
  c.phone, c.email, c.relationship_status AS "relationshipStatus",
  c.relationship_started_on::text AS "relationshipStartedOn", c.relationship_ended_on::text AS "relationshipEndedOn",
  c.owner_id AS "ownerId", o.name AS "ownerName",
  c.last_interaction_at AS "lastInteractionAt", c.archived_at AS "archivedAt",
  (SELECT a.city FROM company_addresses a WHERE a.company_id = c.id AND a.city IS NOT NULL ORDER BY a.position LIMIT 1) AS city,
  (SELECT count(*)::int FROM contacts p WHERE p.company_id = c.id AND p.archived_at IS NULL) AS "contactCount"`;

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
> & { ownerName: string | null; city: string | null; contactCount: number };

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
    | 'sourceKind'
    | 'sourceWhat'
    | 'sourceOn'
    | 'createdAt'
    | 'updatedAt'
    | 'version'
  > & { addresses: AddressResponse[]; products: ProductDto[] };

const fullSql = `
  SELECT ${listColumns}, c.vat_number AS "vatNumber", c.country, c.size, c.website,
    c.e_invoice_address AS "eInvoiceAddress", c.e_invoice_operator AS "eInvoiceOperator", c.billing_email AS "billingEmail",
    c.billing_reference AS "billingReference", c.payment_term_days AS "paymentTermDays",
    c.source_kind AS "sourceKind", c.source_what AS "sourceWhat", c.source_on::text AS "sourceOn",
    c.created_at AS "createdAt", c.updated_at AS "updatedAt", c.version,
    (SELECT coalesce(json_agg(json_build_object('type', a.type, 'street', a.street, 'postalCode', a.postal_code,
       'city', a.city, 'country', a.country) ORDER BY a.position), '[]') FROM company_addresses a WHERE a.company_id = c.id) AS addresses,
    (SELECT coalesce(json_agg(json_build_object('name', p.name, 'status', p.status) ORDER BY p.position), '[]')
       FROM company_products p WHERE p.company_id = c.id) AS products
  FROM companies c LEFT JOIN users o ON o.id = c.owner_id WHERE c.id = $1`;

/** One company with everything about it. @throws NotFound */
export async function readCompany(reader: Reader, id: string): Promise<CompanyResponse> {
  const [row] = await reader.read<FullRow>(fullSql, [id]);
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
    source: { kind: row.sourceKind, what: row.sourceWhat, when: row.sourceOn },
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    version: row.version,
  };
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
  };
}
