import { Injectable } from '@nestjs/common';
import { Calendar } from '@seloste/identity';
import { allItems, calendarDay, displayPhone, type RequestContext } from '@seloste/kernel';
import { Database, languageOf, validated, type CsvColumn, type CsvTable } from '@seloste/platform';
import type { CompanyListItem } from './companies.dto.js';
import { CompanyQuery } from './company-query.dto.js';
import { companyHeadings, relationshipNames } from './company-headings.js';
import { listCompanies } from './list-companies.js';

/** A view as a table to take along: of companies. */
@Injectable()
export class CompaniesTable {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
  ) {}

  /** The filters of a view, as its list takes them. @throws InvalidInput */
  filters(given: object): CompanyQuery {
    return validated(CompanyQuery, given, 'filters');
  }

  /** How many rows the file would have; null when there are more than ten thousand. */
  async count(context: RequestContext, query: CompanyQuery): Promise<number | null> {
    const request = { limit: 1 };
    const permission = 'companies.export';
    return (await listCompanies(this.database, context, { query, request, permission })).total;
  }

  /** Everything in the view that the caller may take along. */
  async table(context: RequestContext, query: CompanyQuery): Promise<CsvTable<CompanyListItem>> {
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
    return {
      name: heading.file,
      language,
      columns,
      rows: allItems((request) =>
        listCompanies(this.database, context, { query, request, permission: 'companies.export' }),
      ),
    };
  }
}
