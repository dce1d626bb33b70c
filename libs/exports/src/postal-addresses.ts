import type { Reader } from '@seloste/platform';

/** Where a company's post goes. */
export interface PostalAddress {
  street: string | null;
  postalCode: string;
  city: string;
  country: string;
}

/** The postal address of each company, or else where it can be visited, or billed; the first of a kind. */
export async function postalAddressesOf(
  reader: Reader,
  companyIds: string[],
): Promise<Map<string, PostalAddress>> {
  if (companyIds.length === 0) return new Map();
  const rows = await reader.read<PostalAddress & { companyId: string }>(
    `SELECT DISTINCT ON (company_id) company_id AS "companyId", street, coalesce(postal_code, '') AS "postalCode",
       coalesce(city, '') AS city, country
     FROM company_addresses WHERE company_id = ANY ($1::uuid[])
     ORDER BY company_id, array_position(ARRAY['postal', 'visiting', 'billing'], type), position`,
    [companyIds],
  );
  return new Map(rows.map(({ companyId, ...address }) => [companyId, address]));
}
