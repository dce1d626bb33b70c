import { Injectable } from '@nestjs/common';
import { CompaniesTable } from '@seloste/companies';
import type { RequestContext } from '@seloste/kernel';
import { AddressDigests, type ContactAttempt } from '@seloste/permissions';
import { Database } from '@seloste/platform';
import { batchesOf } from './batches.js';
import { refusalsOf, type AskedCompany } from './company-refusals.js';
import type { CountingTable, ExportTable } from './export-tables.js';
import type { LeftOut } from './export.entity.js';

/** Companies to be contacted in some way for some purpose: the view without those that forbade it (917/2014 s. 202). */
@Injectable()
export class PermittedCompanies {
  constructor(
    private readonly companies: CompaniesTable,
    private readonly digests: AddressDigests,
    private readonly database: Database,
  ) {}

  tableFor(use: ContactAttempt): ExportTable {
    const { companies } = this;
    const table = async (context: RequestContext, filters: object) => {
      const source = await companies.table(context, companies.filters(filters));
      const leftOut: LeftOut = {};
      return { ...source, rows: this.permitted(source.rows, use, leftOut), counts: leftOut };
    };
    return {
      filters: (given) => companies.filters(given),
      count: async (context, filters) => {
        const { rows, counts } = await table(context, filters);
        let expected = 0;
        for await (const batch of batchesOf(rows)) expected += batch.length;
        return { expected, leftOut: counts };
      },
      // What its columns take is what its own rows give.
      table: async (context, filters) => {
        const { counts, ...rest } = await table(context, filters);
        return { ...rest, leftOut: () => counts } as unknown as CountingTable<{ id: string }>;
      },
    };
  }

  private async *permitted<Row extends AskedCompany>(
    rows: AsyncIterable<Row>,
    use: ContactAttempt,
    leftOut: LeftOut,
  ): AsyncGenerator<Row> {
    for await (const batch of batchesOf(rows)) {
      const refusals = await refusalsOf(this.database, batch, { use, digests: this.digests });
      for (const code of refusals.values()) leftOut[code] = (leftOut[code] ?? 0) + 1;
      yield* batch.filter(({ id }) => !refusals.has(id));
    }
  }
}
