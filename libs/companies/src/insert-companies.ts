import {
  newId,
  type AddressType,
  type CompanySize,
  type LegalForm,
  type RelationshipStatus,
  type SourceKind,
} from '@seloste/kernel';
import type { EntityManager } from 'typeorm';

/** A company about to come into the register with what a list tells of it: checked and normalised. */
export interface NewCompany {
  id: string;
  name: string;
  businessId: string | null;
  vatNumber: string | null;
  country: string;
  legalForm: LegalForm | null;
  industryCode: string | null;
  size: CompanySize | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  relationshipStatus: RelationshipStatus;
  ownerId: string | null;
  source: { kind: SourceKind; what: string | null; collectedOn: string };
  addresses: {
    type: AddressType;
    street: string | null;
    postalCode: string | null;
    city: string | null;
    country: string;
  }[];
}

const sql = `
  WITH input AS (
    SELECT * FROM jsonb_to_recordset($1) AS i(
      id uuid, name text, "businessId" text, "vatNumber" text, country text, "legalForm" text, "industryCode" text,
      size text, phone text, email text, website text, "relationshipStatus" text, "ownerId" uuid, kind text, what text,
      "collectedOn" date, addresses jsonb)
  ), firms AS (
    INSERT INTO companies (id, name, business_id, vat_number, country, legal_form, industry_code, size, phone, email,
      website, relationship_status, owner_id, source_kind, source_what, source_on, created_at, created_by, updated_at)
    SELECT id, name, "businessId", "vatNumber", country, "legalForm", "industryCode", size, phone, email,
      website, "relationshipStatus", "ownerId", kind, what, "collectedOn", $2, $3, $2 FROM input
  )
  INSERT INTO company_addresses (id, company_id, position, type, street, postal_code, city, country)
  SELECT a.id, input.id, a.position, a.type, a.street, a."postalCode", a.city, a.country
  FROM input, jsonb_to_recordset(addresses)
    AS a(id uuid, position smallint, type text, street text, "postalCode" text, city text, country text)`;

/**
 * Writes new companies with their addresses, any number in one statement. The audit record is the caller's.
 * @param at when, and `by` whom (null: the software itself)
 */
export async function insertCompanies(
  tx: EntityManager,
  companies: NewCompany[],
  at: Date,
  by: string | null,
): Promise<void> {
  if (companies.length === 0) return;
  const input = companies.map(({ source, addresses, ...company }) => ({
    ...company,
    ...source,
    addresses: addresses.map((address, position) => ({ ...address, position, id: newId() })),
  }));
  await tx.query(sql, [JSON.stringify(input), at, by]);
}
