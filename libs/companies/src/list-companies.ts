import type { Page } from '@seloste/kernel';
import { readPage, type KeysetSort, type Reader } from '@seloste/platform';
import { searchCondition } from '@seloste/search';
import type { CompanyListItem } from './companies.dto.js';
import type { CompanyQuery } from './company-query.dto.js';
import { listColumns, toListItem, type ListRow } from './read-company.js';

const sortKeys: Record<string, KeysetSort['keys'][number]> = {
  name: { sql: 'c.name', type: 'text' },
  lastInteractionAt: { sql: `coalesce(c.last_interaction_at, '-infinity')`, type: 'timestamptz' },
  createdAt: { sql: 'c.created_at', type: 'timestamptz' },
};

/** The order that `name` or `-name` asks for; the id makes it total. */
function sortOf(sort: string): KeysetSort {
  const key = sortKeys[sort.replace('-', '')] ?? { sql: 'c.name', type: 'text' as const };
  return { keys: [key, { sql: 'c.id', type: 'uuid' }], descending: sort.startsWith('-') };
}

/** Conditions on `c` for the filters that are given. */
function conditionsOf(query: CompanyQuery): { where: string[]; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const where = [`c.archived_at IS ${query.archived === 'true' ? 'NOT NULL' : 'NULL'}`];
  const add = (value: unknown, condition: (placeholder: string) => string) => {
    if (value !== undefined) where.push(condition(`$${parameters.push(value)}`));
  };
  add(query.status, (p) => `c.relationship_status = ${p}`);
  add(query.ownerId, (p) => `c.owner_id = ${p}`);
  add(query.legalForm, (p) => `c.legal_form = ${p}`);
  add(query.industryCode, (p) => `c.industry_code LIKE ${p} || '%'`);
  add(
    query.product,
    (p) => `c.id IN (SELECT company_id FROM company_products WHERE lower(name) = lower(${p}))`,
  );
  if (query.q) where.push(searchCondition('company', query.q, 'c.id', parameters));
  return { where, parameters };
}

/** One page of companies. */
export async function listCompanies(reader: Reader, query: CompanyQuery): Promise<Page<CompanyListItem>> {
  const page = await readPage<ListRow & { cursor_key: string[] }>(
    reader,
    {
      select: listColumns,
      from: 'companies c LEFT JOIN users o ON o.id = c.owner_id',
      countFrom: 'companies c',
      ...conditionsOf(query),
      sort: sortOf(query.sort),
    },
    query,
  );
  return { ...page, items: page.items.map(toListItem) };
}

/** Every company of the view, page by page: memory stays bounded whatever the size of the register. */
export async function* allCompanies(reader: Reader, query: CompanyQuery): AsyncGenerator<CompanyListItem> {
  let cursor: string | undefined;
  do {
    const page: Page<CompanyListItem> = await listCompanies(
      reader,
      Object.assign(query, { limit: 500, cursor }),
    );
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
