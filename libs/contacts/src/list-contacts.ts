import type { Page } from '@seloste/kernel';
import { readPage, type KeysetSort, type Reader } from '@seloste/platform';
import { searchCondition } from '@seloste/search';
import type { ContactListItem } from './contacts.dto.js';
import type { ContactQuery } from './contact-query.dto.js';
import { listColumns, listFrom, toListItem, type ListRow } from './read-contact.js';

const sortKeys: Record<string, KeysetSort['keys'][number]> = {
  name: { sql: 'c.sort_name', type: 'text' },
  lastInteractionAt: { sql: `coalesce(c.last_interaction_at, '-infinity')`, type: 'timestamptz' },
  createdAt: { sql: 'c.created_at', type: 'timestamptz' },
};

/** The order that `name` or `-name` asks for; the id makes it total. */
function sortOf(sort: string): KeysetSort {
  const key = sortKeys[sort.replace('-', '')] ?? { sql: 'c.sort_name', type: 'text' as const };
  return { keys: [key, { sql: 'c.id', type: 'uuid' }], descending: sort.startsWith('-') };
}

/** Conditions on `c` for the filters that are given. */
function conditionsOf(query: ContactQuery): { where: string[]; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const where = [`c.archived_at IS ${query.archived === 'true' ? 'NOT NULL' : 'NULL'}`];
  const add = (value: unknown, condition: (placeholder: string) => string) => {
    if (value !== undefined) where.push(condition(`$${parameters.push(value)}`));
  };
  add(query.companyId, (p) => `c.company_id = ${p}`);
  add(query.ownerId, (p) => `c.owner_id = ${p}`);
  add(query.language, (p) => `c.language = ${p}`);
  add(query.areaOfResponsibility, (p) => `c.area_of_responsibility = ${p}`);
  add(query.status, (p) => `co.relationship_status = ${p}`);
  if (query.q) where.push(searchCondition('contact', query.q, 'c.id', parameters));
  return { where, parameters };
}

/** One page of people. */
export async function listContacts(reader: Reader, query: ContactQuery): Promise<Page<ContactListItem>> {
  const page = await readPage<ListRow & { cursor_key: string[] }>(
    reader,
    {
      select: listColumns,
      from: listFrom,
      countFrom: query.status ? 'contacts c JOIN companies co ON co.id = c.company_id' : 'contacts c',
      ...conditionsOf(query),
      sort: sortOf(query.sort),
    },
    query,
  );
  return { ...page, items: page.items.map(toListItem) };
}

/** Everybody in the view, page by page: memory stays bounded whatever the size of the register. */
export async function* allContacts(reader: Reader, query: ContactQuery): AsyncGenerator<ContactListItem> {
  let cursor: string | undefined;
  do {
    const page: Page<ContactListItem> = await listContacts(
      reader,
      Object.assign(query, { limit: 500, cursor }),
    );
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
