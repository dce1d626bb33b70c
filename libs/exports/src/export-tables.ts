import { Injectable } from '@nestjs/common';
import { AuditEventQuery, AuditLog, type AuditEventResponse } from '@seloste/audit';
import { CompaniesTable } from '@seloste/companies';
import { ContactsTable } from '@seloste/contacts';
import { Forbidden, type Permission, type RequestContext } from '@seloste/kernel';
import { languageOf, validated, type CsvTable } from '@seloste/platform';
import type { ContactAttempt } from '@seloste/permissions';
import { auditHeadings } from './export-texts.js';
import { listKinds, type Export, type ExportKind, type LeftOut, type ListKind } from './export.entity.js';
import { PermittedCompanies } from './permitted-companies.js';
import { PermittedPeople } from './permitted-people.js';

/** What taking each kind along needs. */
export const permissionFor: Record<ExportKind, Permission> = {
  contacts: 'contacts.export',
  companies: 'companies.export',
  audit_events: 'audit.read',
  letters: 'contacts.export',
  labels: 'contacts.export',
  sms: 'contacts.export',
  calls: 'contacts.export',
};

const isList = (kind: ExportKind): kind is ListKind => listKinds.some((list) => list === kind);

/** Are the rows people? */
export const isOfPeople = (kind: ExportKind): boolean => kind === 'contacts' || isList(kind);

/** How the people of a file are going to be contacted; null: not at all. */
export const useOf = ({
  useChannel,
  usePurpose,
  useAreas,
  useRoleReason,
}: Pick<Export, 'useChannel' | 'usePurpose' | 'useAreas' | 'useRoleReason'>): ContactAttempt | null =>
  useChannel === null || usePurpose === null
    ? null
    : { channel: useChannel, purpose: usePurpose, areas: useAreas, roleReason: useRoleReason };

/** The id of the user who may take this kind along. @throws Forbidden */
export function takerOf({ actor }: RequestContext, kind: ExportKind): string {
  if (actor.kind !== 'user' || !actor.permissions.has(permissionFor[kind])) throw new Forbidden();
  return actor.userId;
}

/** One kind of file: where its rows come from. */
export interface ExportTable {
  /** @throws InvalidInput for filters that the list does not know */
  filters(given: object): object;
  count(context: RequestContext, filters: object): Promise<ExportCount>;
  table(context: RequestContext, filters: object): Promise<CountingTable<{ id: string }>>;
}

/** How many rows a file will have, null when there are more than ten thousand; and whom it leaves out. */
export interface ExportCount {
  expected: number | null;
  leftOut: LeftOut | null;
}

/** A table that knows, when its rows have been read, who was left out of them. */
export interface CountingTable<Row> extends CsvTable<Row> {
  leftOut?: () => LeftOut;
}

/** The kinds of files that can be made. */
@Injectable()
export class ExportTables {
  private readonly kinds: Record<Exclude<ExportKind, ListKind>, ExportTable>;

  constructor(
    contacts: ContactsTable,
    companies: CompaniesTable,
    log: AuditLog,
    private readonly people: PermittedPeople,
    private readonly firms: PermittedCompanies,
  ) {
    this.kinds = {
      contacts: bound(contacts),
      companies: bound(companies),
      audit_events: bound(new AuditTable(log)),
    };
  }

  /** The table of a kind; for a use, of those only whom the decision allows to be contacted so. */
  of(kind: ExportKind, use: ContactAttempt | null): ExportTable {
    if (use !== null && kind === 'companies') return this.firms.tableFor(use);
    if (use !== null) return this.people.tableFor(use, kind);
    if (isList(kind)) throw new Error('a list is for contacting people');
    return this.kinds[kind];
  }
}

/** A source of one kind of filters as a table of any: what it takes is what its own `filters` gave. */
function bound<Filters extends object, Row extends { id: string }>(source: {
  filters(given: object): Filters;
  count(context: RequestContext, filters: Filters): Promise<number | null>;
  table(context: RequestContext, filters: Filters): Promise<CsvTable<Row>>;
}): ExportTable {
  return {
    filters: (given) => source.filters(given),
    count: async (context, filters) => ({
      expected: await source.count(context, source.filters(filters)),
      leftOut: null,
    }),
    table: async (context, filters) =>
      (await source.table(context, source.filters(filters))) as unknown as CsvTable<{ id: string }>,
  };
}

/** The record of acts: ids and names of fields. */
class AuditTable {
  constructor(private readonly log: AuditLog) {}

  filters(given: object): AuditEventQuery {
    return validated(AuditEventQuery, given, 'filters');
  }

  /** No person of the register is named in it, so nobody has to be asked. */
  count(): Promise<number> {
    return Promise.resolve(0);
  }

  table(context: RequestContext, filter: AuditEventQuery): Promise<CsvTable<AuditEventResponse>> {
    const language = languageOf(context);
    const heading = auditHeadings[language];
    return Promise.resolve({
      name: heading.file,
      language,
      columns: [
        { heading: heading.occurredAt, value: (event) => event.occurredAt.toISOString() },
        { heading: heading.actor, value: (event) => event.actor.name },
        { heading: heading.token, value: (event) => event.actor.tokenId },
        { heading: heading.action, value: (event) => event.action },
        { heading: heading.subjectType, value: (event) => event.subjectType },
        { heading: heading.subjectId, value: (event) => event.subjectId },
        { heading: heading.fields, value: (event) => event.fields.join(' ') },
        { heading: heading.shown, value: (event) => event.shownCount },
      ],
      rows: this.log.all(filter),
    });
  }
}
