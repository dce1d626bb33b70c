import { Injectable } from '@nestjs/common';
import { Calendar } from '@seloste/identity';
import {
  allItems,
  calendarDay,
  countLimit,
  displayPhone,
  scopeOf,
  type RequestContext,
} from '@seloste/kernel';
import { Permissions } from '@seloste/permissions';
import { Database, languageOf, validated, type CsvColumn, type CsvTable } from '@seloste/platform';
import { ContactQuery } from './contact-query.dto.js';
import { contactHeadings } from './contact-texts.js';
import type { ContactListItem } from './contacts.dto.js';
import { contactIds, listContacts } from './list-contacts.js';

const permission = 'contacts.export';

/** A view as a table to take along: of people. */
@Injectable()
export class ContactsTable {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
    private readonly permissions: Permissions,
  ) {}

  /** The filters of a view, as its list takes them. @throws InvalidInput */
  filters(given: object): ContactQuery {
    return validated(ContactQuery, given, 'filters');
  }

  /** How many rows the file would have; null when there are more than ten thousand. */
  async count(context: RequestContext, query: ContactQuery): Promise<number | null> {
    if (query.mayBeContactedBy !== undefined) {
      const { length } = await this.ids(context, query);
      return length > countLimit ? null : length;
    }
    const seeker = { context, permissions: this.permissions };
    const today = await this.calendar.today();
    const request = { limit: 1 };
    return (await listContacts(this.database, seeker, { query, request, permission, today })).total;
  }

  /** Everybody in the view whom the caller may take along, however many they are. */
  async ids(context: RequestContext, query: ContactQuery): Promise<string[]> {
    const seeker = { context, permissions: this.permissions };
    const today = await this.calendar.today();
    return contactIds(this.database, seeker, { query, permission, today });
  }

  /** Everything in the view that the caller may take along. */
  async table(context: RequestContext, query: ContactQuery): Promise<CsvTable<ContactListItem>> {
    const seeker = { context, permissions: this.permissions };
    const language = languageOf(context);
    const timeZone = await this.calendar.timeZone();
    const today = await this.calendar.today();
    const heading = contactHeadings[language];
    const seesDetails = scopeOf(context, 'contacts.read_details').length > 0;
    const columns: CsvColumn<ContactListItem>[] = [
      { heading: heading.firstName, value: (contact) => contact.firstName },
      { heading: heading.lastName, value: (contact) => contact.lastName },
      { heading: heading.company, value: (contact) => contact.company?.name },
      { heading: heading.title, value: (contact) => contact.title },
      { heading: heading.areaOfResponsibility, value: (contact) => contact.areaOfResponsibility },
      ...(seesDetails ? detailColumns(heading) : []),
      { heading: heading.language, value: (contact) => contact.language },
      { heading: heading.owner, value: (contact) => contact.owner?.name },
      {
        heading: heading.lastInteraction,
        value: (contact) => contact.lastInteractionAt && calendarDay(contact.lastInteractionAt, timeZone),
      },
    ];
    return {
      name: heading.file,
      language,
      columns,
      rows: allItems((request) => listContacts(this.database, seeker, { query, request, permission, today })),
    };
  }
}

const detailColumns = (heading: { email: string; phone: string }): CsvColumn<ContactListItem>[] => [
  { heading: heading.email, value: (contact) => contact.email },
  { heading: heading.phone, value: (contact) => contact.phone && displayPhone(contact.phone) },
];
