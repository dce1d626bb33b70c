import { matchCompanies, type CompanyMatch } from '@seloste/companies';
import { matchContacts, restrictedAmong, type PersonMatch } from '@seloste/contacts';
import {
  erasedAmong,
  holdIdentity,
  suppressedAmong,
  type Address,
  type AddressDigests,
} from '@seloste/permissions';
import type { Reader } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { ImportedPerson, ImportRecord, RowResult } from './import-row.entity.js';
import type { Reason } from './rows/reasons.js';

/** Who and what of a row is in the register already. */
export interface RowMatch {
  company: CompanyMatch | null;
  person: PersonMatch | null;
  /** Must the person not be processed just now? Nothing more is told of whoever that is. */
  isRefused: boolean;
  /** Has somebody with one of the addresses or numbers said no before? */
  isSuppressed: boolean;
  /** Was somebody with one of them forgotten? A list does not bring them back. */
  isErased: boolean;
}

/** Nobody and nothing. */
export const noMatch: RowMatch = {
  company: null,
  person: null,
  isRefused: false,
  isSuppressed: false,
  isErased: false,
};

/** Looks up the people and companies of many rows in seven statements. */
export async function matchRows(
  reader: Reader,
  records: ImportRecord[],
  digests: AddressDigests,
): Promise<RowMatch[]> {
  const matches: RowMatch[] = records.map(() => ({ ...noMatch }));
  const withCompany = records.flatMap(({ company }, n) => (company ? [{ n, mark: company }] : []));
  const companies = await matchCompanies(
    reader,
    withCompany.map(({ mark }) => mark),
  );
  for (const [i, { n }] of withCompany.entries()) (matches[n] as RowMatch).company = companies[i] ?? null;
  const withPerson = records.flatMap(({ person }, n) =>
    person ? [{ n, mark: { ...person, companyId: matches[n]?.company?.id ?? null } }] : [],
  );
  const marks = withPerson.map(({ mark }) => mark);
  const people = await matchContacts(reader, marks);
  const refused = await restrictedAmong(reader, marks);
  const addresses = marks.map(addressesOf);
  const suppressed = await suppressedAmong(reader, addresses, digests);
  const erased = suppressed.size > 0 ? await erasedAmong(reader, addresses, digests) : suppressed;
  for (const [i, { n }] of withPerson.entries())
    Object.assign(matches[n] as RowMatch, {
      person: people[i] ?? null,
      isRefused: refused.has(i),
      isSuppressed: suppressed.has(i),
      isErased: erased.has(i),
    });
  await markErasedCompanies(reader, { withCompany, matches }, digests);
  return matches;
}

/** A company that would come with the address of somebody who was forgotten brings them back as well. */
async function markErasedCompanies(
  reader: Reader,
  { withCompany, matches }: { withCompany: { n: number; mark: CompanyAddress }[]; matches: RowMatch[] },
  digests: AddressDigests,
): Promise<void> {
  const founded = withCompany.filter(({ n }) => matches[n]?.company === null);
  const erased = await erasedAmong(
    reader,
    founded.map(({ mark }) => addressOf(mark)),
    digests,
  );
  for (const i of erased) {
    const match = matches[founded[i]?.n ?? -1];
    if (match) match.isErased = true;
  }
}

type CompanyAddress = Pick<NonNullable<ImportRecord['company']>, 'email'>;

const addressOf = ({ email }: CompanyAddress): Address[] =>
  email === null ? [] : [{ kind: 'email', value: email }];

/** Nobody whom a row names by an address or number is erased until the transaction ends: before any row of a table. */
export const holdPeopleOf = (
  tx: EntityManager,
  records: ImportRecord[],
  digests: AddressDigests,
): Promise<void> =>
  holdIdentity(
    tx,
    records.flatMap(({ person, company }) => [
      ...(person ? addressesOf(person) : []),
      ...(company ? addressOf(company) : []),
    ]),
    digests,
  );

const addressesOf = ({ emails, phones }: Pick<ImportedPerson, 'emails' | 'phones'>): Address[] => [
  ...emails.map((value) => ({ kind: 'email' as const, value })),
  ...phones.map((value) => ({ kind: 'phone' as const, value })),
];

/** What a row is by itself and beside the register. */
export interface Verdict {
  result: RowResult;
  reasons: Reason[];
  contactId: string | null;
  companyId: string | null;
}

const duplicateCodes = {
  email: ['duplicate_email', 'contact.email'],
  phone: ['duplicate_phone', 'contact.phone'],
  name_at_company: ['duplicate_name_at_company', 'company.name'],
} as const;

/** Judges a row that has been read without errors. `remarks` are what was left out of it. */
export function judge({ person, company }: ImportRecord, match: RowMatch, remarks: Reason[]): Verdict {
  if (match.isRefused) return refused({ code: 'not_accepted' });
  if (match.isErased && !match.person) return { ...refused({ code: 'erased' }), result: 'erased' };
  const ids = {
    contactId: match.person?.contactId ?? null,
    companyId: match.company?.id ?? match.person?.companyId ?? null,
  };
  if (match.person) {
    const [code, field] = duplicateCodes[match.person.by];
    return {
      result: 'duplicate',
      reasons: [{ code, field, ...(match.person.value ? { value: match.person.value } : {}) }],
      ...ids,
    };
  }
  if (company && match.company?.isAmbiguous)
    return refused({ code: 'ambiguous_company', field: 'company.name', value: company.name ?? '' });
  if (company && !match.company && company.name === null)
    return refused({ code: 'missing_name', field: 'company.name' });
  if (match.company && !person)
    return { result: 'duplicate', reasons: [{ code: 'duplicate_company', field: 'company.name' }], ...ids };
  const known: Reason[] = match.company ? [{ code: 'company_exists', field: 'company.name' }] : [];
  const objected: Reason[] = match.isSuppressed ? [{ code: 'suppressed' }] : [];
  return { result: 'new', reasons: [...remarks, ...known, ...objected], ...ids };
}

const refused = (reason: Reason): Verdict => ({
  result: 'error',
  reasons: [reason],
  contactId: null,
  companyId: null,
});
