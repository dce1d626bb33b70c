import { Injectable } from '@nestjs/common';
import { ContactsTable, type ContactListItem } from '@seloste/contacts';
import { displayPhone, type Language, type RequestContext } from '@seloste/kernel';
import { Permissions, type ContactAttempt, type Decision } from '@seloste/permissions';
import { Database, languageOf, type CsvColumn } from '@seloste/platform';
import { batchesOf } from './batches.js';
import type { CountingTable, ExportTable } from './export-tables.js';
import { listHeadings } from './export-texts.js';
import type { ExportKind, LeftOut } from './export.entity.js';
import { postalAddressesOf, type PostalAddress } from './postal-addresses.js';

/** A person on a list, with the employer's address where the list is for letters. */
interface ListedPerson extends ContactListItem {
  address: PostalAddress | null;
}

/**
 * Lists of people for one way of contacting them and one purpose (design rule 2): the view without those whom the
 * decision does not allow, and of everybody the one address that the way takes.
 */
@Injectable()
export class PermittedPeople {
  constructor(
    private readonly contacts: ContactsTable,
    private readonly permissions: Permissions,
    private readonly database: Database,
  ) {}

  tableFor(use: ContactAttempt, kind: ExportKind): ExportTable {
    const { contacts } = this;
    return {
      filters: (given) => contacts.filters(given),
      count: async (context, filters) => {
        const ids = await contacts.ids(context, contacts.filters(filters));
        const leftOut: LeftOut = {};
        const allowed = await this.allowed(ids, use, leftOut);
        return { expected: allowed.size, leftOut };
      },
      // What its columns take is what its own rows give.
      table: async (context, filters) =>
        (await this.table(context, filters, { use, kind })) as unknown as CountingTable<{ id: string }>,
    };
  }

  private async table(
    context: RequestContext,
    filters: object,
    { use, kind }: { use: ContactAttempt; kind: ExportKind },
  ): Promise<CountingTable<ListedPerson>> {
    const { name, language, rows } = await this.contacts.table(context, this.contacts.filters(filters));
    const leftOut: LeftOut = {};
    return {
      name,
      language,
      columns: kind === 'labels' ? labelColumns(languageOf(context)) : columnsFor(use, languageOf(context)),
      rows: this.listed(rows, use, leftOut),
      leftOut: () => leftOut,
    };
  }

  /** The rows of those who are allowed, decided on as they are read. */
  private async *listed(
    rows: AsyncIterable<ContactListItem>,
    use: ContactAttempt,
    leftOut: LeftOut,
  ): AsyncGenerator<ListedPerson> {
    for await (const batch of batchesOf(rows)) {
      const ids = batch.map(({ id }) => id);
      const allowed = await this.allowed(ids, use, leftOut);
      const people = batch.filter(({ id }) => allowed.has(id));
      const companyIds = people.flatMap(({ company }) => company?.id ?? []);
      const addresses =
        use.channel === 'post' ? await postalAddressesOf(this.database, companyIds) : undefined;
      for (const person of people)
        yield { ...person, address: (person.company && addresses?.get(person.company.id)) ?? null };
    }
  }

  /** Those of them whom the decision allows; the others are counted by its code. */
  private async allowed(ids: string[], use: ContactAttempt, leftOut: LeftOut): Promise<Set<string>> {
    const decisions = await this.permissions.decideAll(this.database, ids, use);
    const allowed = new Set<string>();
    for (const id of ids) {
      const decision: Decision | undefined = decisions.get(id);
      if (decision?.allowed) allowed.add(id);
      else {
        const code = decision?.code ?? 'erased';
        leftOut[code] = (leftOut[code] ?? 0) + 1;
      }
    }
    return allowed;
  }
}

/** Who it is, and the one address that the channel takes. */
function columnsFor({ channel }: ContactAttempt, language: Language): CsvColumn<ListedPerson>[] {
  const heading = listHeadings[language];
  const addresses: Partial<Record<ContactAttempt['channel'], CsvColumn<ListedPerson>[]>> = {
    email: [{ heading: heading.email, value: ({ email }) => email }],
    phone: [{ heading: heading.phone, value: ({ phone }) => phone && displayPhone(phone) }],
    // Services that send text messages take numbers as they are dialled.
    sms: [{ heading: heading.phone, value: ({ phone }) => phone }],
    post: [
      { heading: heading.street, value: ({ address }) => address?.street },
      { heading: heading.postalCode, value: ({ address }) => address?.postalCode },
      { heading: heading.city, value: ({ address }) => address?.city },
      { heading: heading.country, value: ({ address }) => address?.country },
    ],
  };
  return [
    { heading: heading.firstName, value: ({ firstName }) => firstName },
    { heading: heading.lastName, value: ({ lastName }) => lastName },
    { heading: heading.title, value: ({ title }) => title },
    { heading: heading.company, value: ({ company }) => company?.name },
    ...(addresses[channel] ?? []),
    { heading: heading.language, value: (person) => person.language },
  ];
}

/** The lines of a label, top to bottom; the country only where the post leaves it. */
function labelColumns(language: Language): CsvColumn<ListedPerson>[] {
  const line = (n: number) => `${listHeadings[language].line} ${n}`;
  return [
    { heading: line(1), value: ({ company }) => company?.name },
    { heading: line(2), value: ({ name }) => name },
    { heading: line(3), value: ({ address }) => address?.street },
    { heading: line(4), value: ({ address }) => address && `${address.postalCode} ${address.city}`.trim() },
    {
      heading: line(5),
      value: ({ address }) => (address && address.country !== 'FI' ? countryName(address.country) : null),
    },
  ];
}

/** Post offices read English. */
const countryName = (code: string): string =>
  new Intl.DisplayNames('en', { type: 'region' }).of(code)?.toUpperCase() ?? code;
