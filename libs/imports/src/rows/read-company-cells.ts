import {
  isEmail,
  normaliseBusinessId,
  normaliseEmail,
  normalisePhone,
  normaliseVatNumber,
} from '@seloste/kernel';
import { isURL } from 'class-validator';
import type { Target } from '../columns/targets.js';
import type { ImportedCompany } from '../import-row.entity.js';
import type { RowCells } from './row-cells.js';
import { countryNamed, industryNamed, legalFormNamed, sizeNamed, statusNamed } from './words.js';

const details: Target[] = [
  'company.legalForm',
  'company.industryCode',
  'company.size',
  'company.phone',
  'company.email',
  'company.website',
  'company.street',
  'company.postalCode',
  'company.city',
  'company.country',
  'company.status',
];

/** The company that the row tells of; null when it gives neither name nor number. Details of no company are left out. */
export function readCompany(row: RowCells): ImportedCompany | null {
  const name = row.one('company.name', 200);
  const numbers = readNumbers(row);
  if (name === null && numbers.businessId === null && numbers.vatNumber === null) {
    for (const target of details) if (row.several(target).length > 0) row.remark('left_out', target);
    return null;
  }
  return {
    name,
    ...numbers,
    legalForm: row.known('company.legalForm', 'unknown_legal_form', legalFormNamed),
    industryCode: row.known('company.industryCode', 'unknown_industry', industryNamed),
    size: row.known('company.size', 'unknown_size', sizeNamed),
    phone: row.checked('company.phone', 'invalid_phone', normalisePhone),
    email: row.checked('company.email', 'invalid_email', (text) =>
      isEmail(text) ? normaliseEmail(text) : null,
    ),
    website: row.known('company.website', 'invalid_website', websiteOf),
    street: row.one('company.street', 200),
    postalCode: row.one('company.postalCode', 20),
    city: row.one('company.city', 100),
    country: row.known('company.country', 'unknown_country', countryNamed),
    status: row.known('company.status', 'unknown_status', statusNamed),
  };
}

/** A foreign VAT number is often found in the column of business ids, and a business id in that of VAT numbers. */
function readNumbers(row: RowCells): { businessId: string | null; vatNumber: string | null } {
  const misplaced = foreign(row.several('company.businessId').map(normaliseVatNumber)[0] ?? null);
  const businessId =
    misplaced === null ? row.checked('company.businessId', 'invalid_business_id', normaliseBusinessId) : null;
  const vatNumber = row.checked('company.vatNumber', 'invalid_vat_number', normaliseVatNumber);
  return {
    businessId: businessId ?? (vatNumber === null ? null : normaliseBusinessId(vatNumber)),
    vatNumber: foreign(vatNumber) ?? misplaced,
  };
}

/** A Finnish VAT number is the business id in other clothes. */
const foreign = (vatNumber: string | null): string | null => (vatNumber?.startsWith('FI') ? null : vatNumber);

const websiteOf = (text: string): string | null =>
  text.length <= 200 && isURL(text, { require_protocol: false, protocols: ['http', 'https'] }) ? text : null;
