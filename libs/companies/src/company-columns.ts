import { InvalidInput } from '@seloste/kernel';
import { sourceOf, type SourceResponse } from '@seloste/platform';
import type { Company } from './company.entity.js';
import type { BillingDto, UpdateCompany } from './companies.dto.js';
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
 * The input with nothing left open in its parts: an address without a country is a Finnish one, and a source without
 * a date is from the day on which the same source was recorded, else from `today`.
 * @param known the source so far; null for a new company
 * @throws InvalidInput for an unexplained source
 */
export function complete<T extends UpdateCompany>(input: T, known: SourceResponse | null, today: string): T {
  const { addresses, billing, source } = input;
  const isKnown = known?.kind === source?.kind && known?.what === (source?.what ?? null);
  return {
    ...input,
    addresses: addresses?.map((address) => ({ ...address, country: address.country ?? 'FI' })),
    billing: billing && (isEmpty(billing) ? null : billing),
    source: source && sourceOf(source, 'source', isKnown && known ? known.when : today),
  };
}

const isEmpty = (billing: BillingDto): boolean => Object.values(billing).every((value) => value == null);

/**
 * The columns that an input sets, once it is {@link complete}; what the input leaves out is not among them.
 * @throws InvalidInput for an unknown industry
 */
export function columnsOf(input: UpdateCompany): Partial<Company> {
  if (input.industryCode && !isIndustryCode(input.industryCode))
    throw InvalidInput.of('industryCode', 'industry_code', 'must be a code of TOL 2008');
  const columns: Partial<Company> = {};
  for (const name of plainColumns)
    if (input[name] !== undefined) Object.assign(columns, { [name]: input[name] });
  return {
    ...columns,
    ...relationshipColumns(input),
    ...billingColumns(input),
    ...sourceColumns(input),
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
    eInvoiceAddress: billing?.eInvoiceAddress ?? null,
    eInvoiceOperator: billing?.eInvoiceOperator ?? null,
    billingEmail: billing?.email ?? null,
    billingReference: billing?.reference ?? null,
    paymentTermDays: billing?.paymentTermDays ?? null,
  };
}

function sourceColumns({ source }: UpdateCompany): Partial<Company> {
  if (source === undefined) return {};
  return { sourceKind: source.kind, sourceWhat: source.what ?? null, sourceOn: source.when };
}
