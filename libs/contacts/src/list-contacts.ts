import type { Page, PageRequest, RequestContext } from '@seloste/kernel';
import { Conditions, readPage, sortOf, type KeysetKey, type ListReader } from '@seloste/platform';
import { searchCondition } from '@seloste/search';
import type { ContactListItem } from './contacts.dto.js';
import type { ContactQuery } from './contact-query.dto.js';
import { listColumns, listFrom, toListItem, type ListRow } from './read-contact.js';

const orders: Record<string, KeysetKey> = {
  name: { sql: 'c.sort_name', type: 'text' },
  lastInteractionAt: { sql: `coalesce(c.last_interaction_at, '-infinity')`, type: 'timestamptz' },
  createdAt: { sql: 'c.created_at', type: 'timestamptz' },
};

/** Conditions on `c` and the employer `co` for the filters that are given. */
function conditionsOf(context: RequestContext, query: ContactQuery): Conditions {
  const conditions = new Conditions([`c.archived_at IS ${query.archived === 'true' ? 'NOT NULL' : 'NULL'}`]);
  conditions.add(query.companyId, (p) => `c.company_id = ${p}`);
  conditions.add(query.ownerId, (p) => `c.owner_id = ${p}`);
  conditions.add(query.language, (p) => `c.language = ${p}`);
  conditions.add(query.areaOfResponsibility, (p) => `c.area_of_responsibility = ${p}`);
  conditions.add(query.status, (p) => `co.relationship_status = ${p}`);
  if (query.q)
    conditions.where.push(
      searchCondition(context, 'contact', { q: query.q, id: 'c.id', parameters: conditions.parameters }),
    );
  return conditions;
}

/** One page of people; another than the query's own when `request` asks for it. */
export async function listContacts(
  reader: ListReader,
  context: RequestContext,
  query: ContactQuery,
  request: PageRequest = query,
): Promise<Page<ContactListItem>> {
  const { where, parameters } = conditionsOf(context, query);
  const page = await readPage<ListRow & { cursor_key: string[] }>(
    reader,
    {
      select: listColumns,
      from: listFrom,
      countFrom: query.status ? 'contacts c JOIN companies co ON co.id = c.company_id' : 'contacts c',
      where,
      parameters,
      sort: sortOf(query.sort, orders, { sql: 'c.id', type: 'uuid' }),
    },
    request,
  );
  return { ...page, items: page.items.map(toListItem) };
}
