import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import { allItems, calendarDay, displayPhone, type RequestContext } from '@seloste/kernel';
import { Database, languageOf, sendCsv, type CsvColumn } from '@seloste/platform';
import type { Response } from 'express';
import type { CompanyListItem } from './companies.dto.js';
import type { CompanyQuery } from './company-query.dto.js';
import { companyHeadings, relationshipNames } from './company-headings.js';
import { listCompanies } from './list-companies.js';

/** The CSV file of a view of companies. */
@Injectable()
export class ExportCompanies {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
  ) {}

  /** Streams the file; that it was taken is recorded before the first row leaves. */
  async send(context: RequestContext, query: CompanyQuery, response: Response): Promise<void> {
    await this.database.transaction((tx) =>
      this.audit.record(tx, context, { action: 'company.export', subjectType: 'company' }),
    );
    const language = languageOf(context);
    const timeZone = await this.calendar.timeZone();
    const heading = companyHeadings[language];
    const columns: CsvColumn<CompanyListItem>[] = [
      { heading: heading.name, value: (company) => company.name },
      { heading: heading.businessId, value: (company) => company.businessId },
      { heading: heading.industry, value: (company) => company.industry?.[language] },
      { heading: heading.city, value: (company) => company.city },
      { heading: heading.phone, value: (company) => company.phone && displayPhone(company.phone) },
      { heading: heading.email, value: (company) => company.email },
      {
        heading: heading.status,
        value: (company) => relationshipNames[language][company.relationship.status],
      },
      { heading: heading.owner, value: (company) => company.owner?.name },
      {
        heading: heading.lastInteraction,
        value: (company) => company.lastInteractionAt && calendarDay(company.lastInteractionAt, timeZone),
      },
    ];
    await sendCsv(response, {
      name: heading.file,
      language,
      columns,
      rows: allItems((request) =>
        listCompanies(this.database, context, { query, request, permission: 'companies.export' }),
      ),
    });
  }
}
