import { companiesWithin, contactsWithin } from '@seloste/identity';
import type { Page, PageRequest, Permission, RequestContext } from '@seloste/kernel';
import {
  Conditions,
  readPage,
  sortOf,
  type KeysetKey,
  type ListReader,
  type Reader,
} from '@seloste/platform';
import { searchCondition } from '@seloste/search';
import type { ContactListItem } from './contacts.dto.js';
import type { ContactQuery } from './contact-query.dto.js';
import { listColumns, listFrom, toListItem, type ListRow } from './read-contact.js';

const orders: Record<string, KeysetKey> = {
  name: { sql: 'c.sort_name', type: 'text' },
  lastInteractionAt: { sql: `coalesce(c.last_interaction_at, '-infinity')`, type: 'timestamptz' },
  createdAt: { sql: 'c.created_at', type: 'timestamptz' },
};

/** Conditions on `c` and the employer `co`: what the permission reaches, and the filters that are given. */
function conditionsOf(context: RequestContext, query: ContactQuery, permission: Permission): Conditions {
  const conditions = new Conditions([`c.archived_at IS ${query.archived === 'true' ? 'NOT NULL' : 'NULL'}`]);
  const { parameters } = conditions;
  conditions.keep(contactsWithin(context, 'contacts.read', 'c', parameters));
  if (permission !== 'contacts.read') conditions.keep(contactsWithin(context, permission, 'c', parameters));
  conditions.add(query.companyId, (p) => `c.company_id = ${p}`);
  conditions.add(query.ownerId, (p) => `c.owner_id = ${p}`);
  conditions.add(query.language, (p) => `c.language = ${p}`);
  conditions.add(query.areaOfResponsibility, (p) => `c.area_of_responsibility = ${p}`);
  conditions.add(query.status, (p) => `co.relationship_status = ${p}`);
  // A filter tells of nothing that the caller does not see: of an employer out of reach, it finds nobody.
  if (asksForEmployer(query)) conditions.keep(companiesWithin(context, 'companies.read', 'co', parameters));
  if (query.q) conditions.keep(searchCondition(context, 'contact', { q: query.q, id: 'c.id', parameters }));
  return conditions;
}

/** The ids of everybody whom the caller may read, whom `permission` reaches and whom the filters take in. */
export async function contactIds(
  reader: Reader,
  context: RequestContext,
  { query, permission }: { query: ContactQuery; permission: Permission },
): Promise<string[]> {
  const { where, parameters } = conditionsOf(context, query, permission);
  const rows = await reader.read<{ id: string }>(
    `SELECT c.id FROM contacts c LEFT JOIN companies co ON co.id = c.company_id WHERE ${where.join(' AND ')}`,
    parameters,
  );
  return rows.map(({ id }) => id);
}

const asksForEmployer = ({ companyId, status }: ContactQuery): boolean =>
  companyId !== undefined || status !== undefined;

export interface ContactListing {
  query: ContactQuery;
  request?: PageRequest;
  permission?: Permission;
}

/**
 * One page of the people whom the caller may read and whom `permission` reaches; another page than the query's own
 * when `request` asks for it.
 */
export async function listContacts(
  reader: ListReader,
  context: RequestContext,
  { query, request = query, permission = 'contacts.read' }: ContactListing,
): Promise<Page<ContactListItem>> {
  const { where, parameters } = conditionsOf(context, query, permission);
  const countParameters = [...parameters];
  const page = await readPage<ListRow & { cursor_key: string[] }>(
    reader,
    {
      select: listColumns(context, parameters),
      from: listFrom,
      countFrom: asksForEmployer(query)
        ? 'contacts c JOIN companies co ON co.id = c.company_id'
        : 'contacts c',
      where,
      parameters,
      countParameters,
      sort: sortOf(query.sort, orders, { sql: 'c.id', type: 'uuid' }),
    },
    request,
  );
  return { ...page, items: page.items.map(toListItem) };
}
