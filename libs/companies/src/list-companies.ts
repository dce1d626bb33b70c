import { companiesWithin } from '@seloste/identity';
import { scopeOf, type Page, type PageRequest, type Permission, type RequestContext } from '@seloste/kernel';
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

/**
 * The order of what last happened would tell of interactions out of reach, and there is no index on those within:
 * it is for who sees them all.
 */
function ordersFor(context: RequestContext): Record<string, KeysetKey> {
  const { lastInteractionAt, ...others } = orders;
  return lastInteractionAt && scopeOf(context, 'interactions.read') === 'all' ? orders : others;
}

/** Conditions on `c`: what the permission reaches, and the filters that are given. */
function conditionsOf(context: RequestContext, query: CompanyQuery, permission: Permission): Conditions {
  const conditions = new Conditions([`c.archived_at IS ${query.archived === 'true' ? 'NOT NULL' : 'NULL'}`]);
  const { parameters } = conditions;
  conditions.keep(companiesWithin(context, 'companies.read', 'c', parameters));
  if (permission !== 'companies.read') conditions.keep(companiesWithin(context, permission, 'c', parameters));
  conditions.add(query.status, (p) => `c.relationship_status = ${p}`);
  conditions.add(query.ownerId, (p) => `c.owner_id = ${p}`);
  conditions.add(query.legalForm, (p) => `c.legal_form = ${p}`);
  conditions.add(query.industryCode, (p) => `c.industry_code LIKE ${p} || '%'`);
  conditions.add(
    query.product,
    (p) => `c.id IN (SELECT company_id FROM company_products WHERE lower(name) = lower(${p}))`,
  );
  if (query.q) conditions.keep(searchCondition(context, 'company', { q: query.q, id: 'c.id', parameters }));
  return conditions;
}

/**
 * One page of the companies that the caller may read and that `permission` reaches; another page than the query's own
 * when `request` asks for it.
 * @throws InvalidInput for an order that is not the caller's
 */
export async function listCompanies(
  reader: ListReader,
  context: RequestContext,
  { query, request = query, permission = 'companies.read' }: CompanyListing,
): Promise<Page<CompanyListItem>> {
  const { where, parameters } = conditionsOf(context, query, permission);
  const countParameters = [...parameters];
  const page = await readPage<ListRow & { cursor_key: string[] }>(
    reader,
    {
      select: listColumns(context, parameters),
      from: 'companies c LEFT JOIN users o ON o.id = c.owner_id',
      countFrom: 'companies c',
      where,
      parameters,
      countParameters,
      sort: sortOf(query.sort, ordersFor(context), { sql: 'c.id', type: 'uuid' }),
    },
    request,
  );
  return { ...page, items: page.items.map(toListItem) };
}

export interface CompanyListing {
  query: CompanyQuery;
  request?: PageRequest;
  permission?: Permission;
}
