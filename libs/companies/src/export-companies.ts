import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { displayPhone, type RequestContext } from '@seloste/kernel';
import { Database, languageOf, sendCsv, type CsvColumn } from '@seloste/platform';
import type { Response } from 'express';
import type { CompanyListItem } from './companies.dto.js';
import type { CompanyQuery } from './company-query.dto.js';
import { companyHeadings, relationshipNames } from './company-headings.js';
import { allCompanies } from './list-companies.js';

/** The CSV file of a view of companies. */
@Injectable()
export class ExportCompanies {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Streams the file; that it was taken is recorded before the first row leaves. */
  async send(context: RequestContext, query: CompanyQuery, response: Response): Promise<void> {
    await this.database.transaction((tx) =>
      this.audit.record(tx, context, { action: 'company.export', subjectType: 'company' }),
    );
    const language = languageOf(context);
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
        value: (company) => company.lastInteractionAt?.toISOString().slice(0, 10),
      },
    ];
    await sendCsv(response, {
      name: heading.file,
      language,
      columns,
      rows: allCompanies(this.database, query),
    });
  }
}
