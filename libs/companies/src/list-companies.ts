import type { Page, PageRequest } from '@seloste/kernel';
import { Conditions, readPage, sortOf, type KeysetKey, type ListReader } from '@seloste/platform';
import { searchCondition } from '@seloste/search';
import type { CompanyListItem } from './companies.dto.js';
import type { CompanyQuery } from './company-query.dto.js';
import { listColumns, toListItem, type ListRow } from './read-company.js';

const orders: Record<string, KeysetKey> = {
  name: { sql: 'c.name', type: 'text' },
  lastInteractionAt: { sql: `coalesce(c.last_interaction_at, '-infinity')`, type: 'timestamptz' },
  createdAt: { sql: 'c.created_at', type: 'timestamptz' },
};

/** Conditions on `c` for the filters that are given. */
function conditionsOf(query: CompanyQuery): Conditions {
  const conditions = new Conditions([`c.archived_at IS ${query.archived === 'true' ? 'NOT NULL' : 'NULL'}`]);
  conditions.add(query.status, (p) => `c.relationship_status = ${p}`);
  conditions.add(query.ownerId, (p) => `c.owner_id = ${p}`);
  conditions.add(query.legalForm, (p) => `c.legal_form = ${p}`);
  conditions.add(query.industryCode, (p) => `c.industry_code LIKE ${p} || '%'`);
  conditions.add(
    query.product,
    (p) => `c.id IN (SELECT company_id FROM company_products WHERE lower(name) = lower(${p}))`,
  );
  if (query.q) conditions.where.push(searchCondition('company', query.q, 'c.id', conditions.parameters));
  return conditions;
}

/** One page of companies; another than the query's own when `request` asks for it. */
export async function listCompanies(
  reader: ListReader,
  query: CompanyQuery,
  request: PageRequest = query,
): Promise<Page<CompanyListItem>> {
  const { where, parameters } = conditionsOf(query);
  const page = await readPage<ListRow & { cursor_key: string[] }>(
    reader,
    {
      select: listColumns,
      from: 'companies c LEFT JOIN users o ON o.id = c.owner_id',
      countFrom: 'companies c',
      where,
      parameters,
      sort: sortOf(query.sort, orders, { sql: 'c.id', type: 'uuid' }),
    },
    request,
  );
  return { ...page, items: page.items.map(toListItem) };
}
