import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import { allItems, calendarDay, displayPhone, scopeOf, type RequestContext } from '@seloste/kernel';
import { Database, languageOf, sendCsv, type CsvColumn } from '@seloste/platform';
import type { Response } from 'express';
import type { ContactQuery } from './contact-query.dto.js';
import { contactHeadings } from './contact-texts.js';
import type { ContactListItem } from './contacts.dto.js';
import { listContacts } from './list-contacts.js';

/** The CSV file of a view of people. */
@Injectable()
export class ExportContacts {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
  ) {}

  /** Streams the file; that it was taken is recorded before the first row leaves. */
  async send(context: RequestContext, query: ContactQuery, response: Response): Promise<void> {
    await this.database.transaction((tx) =>
      this.audit.record(tx, context, { action: 'contact.export', subjectType: 'contact' }),
    );
    const language = languageOf(context);
    const timeZone = await this.calendar.timeZone();
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
    await sendCsv(response, {
      name: heading.file,
      language,
      columns,
      rows: allItems((request) =>
        listContacts(this.database, context, { query, request, permission: 'contacts.export' }),
      ),
    });
  }
}

const detailColumns = (heading: { email: string; phone: string }): CsvColumn<ContactListItem>[] => [
  { heading: heading.email, value: (contact) => contact.email },
  { heading: heading.phone, value: (contact) => contact.phone && displayPhone(contact.phone) },
];
