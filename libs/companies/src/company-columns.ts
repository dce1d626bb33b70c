import { InvalidInput } from '@seloste/kernel';
import { isDeepStrictEqual } from 'node:util';
import type { Company } from './company.entity.js';
import type { CompanyResponse, UpdateCompany } from './companies.dto.js';
import { isIndustryCode } from './industries.js';

const plainColumns = [
  'name',
  'businessId',
  'vatNumber',
  'country',
  'legalForm',
  'industryCode',
  'size',
  'phone',
  'email',
  'website',
  'ownerId',
] as const;

/**
 * The columns that an input sets; what the input leaves out is not among them.
 * @param today used for a source without a date
 * @throws InvalidInput for an unknown industry or an unexplained source
 */
export function columnsOf(input: UpdateCompany, today: string): Partial<Company> {
  if (input.industryCode && !isIndustryCode(input.industryCode))
    throw InvalidInput.of('industryCode', 'industry_code', 'must be a code of TOL 2008');
  const columns: Partial<Company> = {};
  for (const name of plainColumns)
    if (input[name] !== undefined) Object.assign(columns, { [name]: input[name] });
  return {
    ...columns,
    ...relationshipColumns(input),
    ...billingColumns(input),
    ...sourceColumns(input, today),
  };
}

function relationshipColumns({ relationship }: UpdateCompany): Partial<Company> {
  if (relationship === undefined) return {};
  return {
    relationshipStatus: relationship.status,
    relationshipStartedOn: relationship.startedOn ?? null,
    relationshipEndedOn: relationship.endedOn ?? null,
  };
}

function billingColumns({ billing }: UpdateCompany): Partial<Company> {
  if (billing === undefined) return {};
  return {
    eInvoiceAddress: billing?.eInvoiceAddress || null,
    eInvoiceOperator: billing?.eInvoiceOperator ?? null,
    billingEmail: billing?.email ?? null,
    billingReference: billing?.reference ?? null,
    paymentTermDays: billing?.paymentTermDays ?? null,
  };
}

function sourceColumns({ source }: UpdateCompany, today: string): Partial<Company> {
  if (source === undefined) return {};
  if (source.kind === 'other' && !source.what)
    throw InvalidInput.of('source.what', 'required', 'must say in words where the data came from');
  return { sourceKind: source.kind, sourceWhat: source.what ?? null, sourceOn: source.when ?? today };
}

/** The names of the fields that an update would change: for the audit record, and to leave an unchanged company alone. */
export function changedFields(current: CompanyResponse, input: UpdateCompany): string[] {
  return Object.entries(input)
    .filter(
      ([field, value]) => value !== undefined && !isSame(current[field as keyof CompanyResponse], value),
    )
    .map(([field]) => field);
}

/** Equal as the API would show them: what an input object leaves out counts as null. */
function isSame(current: unknown, given: unknown): boolean {
  if (Array.isArray(current) && Array.isArray(given))
    return current.length === given.length && current.every((item, i) => isSame(item, given[i]));
  if (current !== null && typeof current === 'object' && given !== null && typeof given === 'object')
    return Object.entries(current).every(([key, value]) => {
      const other = (given as Record<string, unknown>)[key];
      return other === undefined
        ? value === null || key === 'when' || key === 'country'
        : isSame(value, other);
    });
  return isDeepStrictEqual(current, given);
}
