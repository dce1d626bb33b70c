import type { NewCompany } from '@seloste/companies';
import type { NewContact } from '@seloste/contacts';
import type { NewNote } from '@seloste/interactions';
import { newId } from '@seloste/kernel';
import { judge, noMatch, type RowMatch, type Verdict } from './match-rows.js';
import type { ImportedCompany, ImportedPerson, ImportRecord } from './import-row.entity.js';

/** A row that the dry run found new. */
export interface PendingRow {
  line: number;
  record: ImportRecord;
}

/** What holds for every row of an import. */
export interface BatchOrigin {
  ownerId: string | null;
  source: NewCompany['source'];
}

/** Everything that a batch of rows brings into the register, and what becomes of each row. */
export interface BatchPlan {
  companies: NewCompany[];
  people: NewContact[];
  notes: NewNote[];
  outcomes: (Verdict & { line: number; isImported: boolean })[];
}

const fold = (text: string): string => text.toLocaleLowerCase('fi');

const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

/** Companies that come with this batch, found again by number, else by name unless the numbers contradict each other. */
class NewCompanies {
  readonly all: NewCompany[] = [];
  private readonly byNumber = new Map<string, NewCompany>();
  private readonly byName = new Map<string, NewCompany[]>();

  find({ name, businessId, vatNumber }: ImportedCompany): NewCompany | undefined {
    const byNumber = this.byNumber.get(businessId ?? '') ?? this.byNumber.get(vatNumber ?? '');
    if (byNumber || name === null) return byNumber;
    return this.byName
      .get(fold(name))
      ?.find((known) => agree(known.businessId, businessId) && agree(known.vatNumber, vatNumber));
  }

  add(company: NewCompany): void {
    this.all.push(company);
    if (company.businessId !== null) this.byNumber.set(company.businessId, company);
    if (company.vatNumber !== null) this.byNumber.set(company.vatNumber, company);
    this.byName.set(fold(company.name), [...(this.byName.get(fold(company.name)) ?? []), company]);
  }
}

/** People who come with this batch, by what they could be taken for twice. */
class NewPeople {
  private readonly lines = new Map<string, number>();

  /** The line of an earlier person in the batch who is probably the same. */
  find(person: ImportedPerson, companyId: string | null): number | undefined {
    const found = this.keys(person, companyId).flatMap((key) => this.lines.get(key) ?? []);
    return found.length > 0 ? Math.min(...found) : undefined;
  }

  add(line: number, person: ImportedPerson, companyId: string | null): void {
    for (const key of this.keys(person, companyId)) if (!this.lines.has(key)) this.lines.set(key, line);
  }

  private keys({ firstName, lastName, emails, phones }: ImportedPerson, companyId: string | null): string[] {
    return [
      ...emails.map((email) => `email ${email}`),
      ...phones.map((phone) => `phone ${phone} ${fold(lastName)}`),
      ...(companyId === null ? [] : [`name ${companyId} ${fold(firstName)}|${fold(lastName)}`]),
    ];
  }
}

/**
 * Decides what a batch of rows brings in. Rows are judged anew beside the register as it is now (`matches`) and beside
 * the batch itself, so that nothing comes in twice even when the register has changed since the dry run.
 */
export function planBatch(rows: PendingRow[], matches: RowMatch[], origin: BatchOrigin): BatchPlan {
  const companies = new NewCompanies();
  const people = new NewPeople();
  const plan: BatchPlan = { companies: companies.all, people: [], notes: [], outcomes: [] };
  for (const [n, { line, record }] of rows.entries()) {
    const judged = judge(record, matches[n] ?? noMatch, []);
    const known = record.company ? companies.find(record.company) : undefined;
    const verdict = besideBatch(
      record,
      { ...judged, companyId: judged.companyId ?? known?.id ?? null },
      people,
    );
    const isImported = verdict.result === 'new';
    if (isImported) addRow(plan, companies, { record, verdict, origin });
    if (isImported && record.person) people.add(line, record.person, verdict.companyId);
    plan.outcomes.push({ ...verdict, line, isImported });
  }
  return plan;
}

/** The verdict on a row when an earlier row of the batch has brought the same person or company. */
function besideBatch({ person }: ImportRecord, verdict: Verdict, people: NewPeople): Verdict {
  if (verdict.result !== 'new') return verdict;
  const earlier = person ? people.find(person, verdict.companyId) : undefined;
  if (earlier !== undefined)
    return {
      ...verdict,
      result: 'duplicate',
      reasons: [{ code: 'duplicate_in_file', value: String(earlier) }],
    };
  if (!person && verdict.companyId !== null)
    return {
      ...verdict,
      result: 'duplicate',
      reasons: [{ code: 'duplicate_company', field: 'company.name' }],
    };
  return verdict;
}

/** Adds a row's new company, person and note to the plan, and their ids to the verdict. */
function addRow(
  plan: BatchPlan,
  companies: NewCompanies,
  {
    record: { person, company, note },
    verdict,
    origin,
  }: { record: ImportRecord; verdict: Verdict; origin: BatchOrigin },
): void {
  if (company && verdict.companyId === null) {
    verdict.companyId = newId();
    companies.add(newCompany(verdict.companyId, company, origin));
  }
  if (person) {
    verdict.contactId = newId();
    plan.people.push(newContact(verdict.contactId, person, verdict.companyId, origin));
  }
  if (note !== null)
    plan.notes.push({ id: newId(), contactId: verdict.contactId, companyId: verdict.companyId, body: note });
}

function newCompany(id: string, company: ImportedCompany, { ownerId, source }: BatchOrigin): NewCompany {
  const { name, status, street, postalCode, city, country, ...rest } = company;
  const home = country ?? 'FI';
  const hasAddress = street !== null || postalCode !== null || city !== null;
  return {
    ...rest,
    id,
    name: name ?? '',
    country: home,
    relationshipStatus: status ?? 'prospect',
    ownerId,
    source,
    addresses: hasAddress ? [{ type: 'visiting', street, postalCode, city, country: home }] : [],
  };
}

const newContact = (
  id: string,
  person: ImportedPerson,
  companyId: string | null,
  origin: BatchOrigin,
): NewContact => ({
  ...person,
  id,
  companyId,
  ownerId: origin.ownerId,
  sources: [origin.source],
  bases: [],
});
