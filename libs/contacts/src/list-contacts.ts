import { companiesWithin, contactsWithin } from '@seloste/identity';
import type { Channel, Page, PageRequest, Permission, RequestContext } from '@seloste/kernel';
import { candidatesFor } from '@seloste/permissions';
import {
  Conditions,
  languageOf,
  readKeptPage,
  readPage,
  sortOf,
  type KeysetKey,
  type KeysetSort,
  type ListReader,
  type Reader,
} from '@seloste/platform';
import { addPeriod, clockDay } from '@seloste/retention';
import { searchCondition } from '@seloste/search';
import { privacyOpenTo } from './contact-scope.js';
import type { ContactListItem } from './contacts.dto.js';
import type { ContactQuery } from './contact-query.dto.js';
import {
  listColumns,
  listFrom,
  readListItems,
  toListItem,
  type ContactSeeker,
  type ListRow,
} from './read-contact.js';

const orders: Record<string, KeysetKey> = {
  name: { sql: 'c.sort_name', type: 'text' },
  lastInteractionAt: { sql: `coalesce(c.last_interaction_at, '-infinity')`, type: 'timestamptz' },
  createdAt: { sql: 'c.created_at', type: 'timestamptz' },
  retention: { sql: clockDay('c'), type: 'date' },
};

/** Conditions on `c` and the employer `co`: what the permission reaches, and the filters that are given. */
function conditionsOf(
  context: RequestContext,
  { query, permission = 'contacts.read', today }: ContactListing,
): Conditions {
  const conditions = new Conditions([`c.archived_at IS ${query.archived === 'true' ? 'NOT NULL' : 'NULL'}`]);
  const { parameters } = conditions;
  conditions.keep(contactsWithin(context, 'contacts.read', 'c', parameters));
  if (permission !== 'contacts.read') conditions.keep(contactsWithin(context, permission, 'c', parameters));
  conditions.add(query.companyId, (p) => `c.company_id = ${p}`);
  conditions.add(query.ownerId, (p) => `c.owner_id = ${p}`);
  conditions.add(query.language, (p) => `c.language = ${p}`);
  conditions.add(query.areaOfResponsibility, (p) => `c.area_of_responsibility = ${p}`);
  conditions.add(query.status, (p) => `co.relationship_status = ${p}`);
  conditions.add(query.retentionGround, (p) => `c.retention_ground = ${p}`);
  const within = query.clockWithin === undefined ? undefined : addPeriod(today, `P${query.clockWithin}D`);
  conditions.add(within, (p) => `${clockDay('c')} <= ${p}::date`);
  // A filter tells of nothing that the caller does not see: of an employer out of reach, it finds nobody.
  if (asksForEmployer(query)) conditions.keep(companiesWithin(context, 'companies.read', 'co', parameters));
  if (asksForClock(query)) conditions.keep(privacyOpenTo(context, parameters));
  if (query.mayBeContactedBy) conditions.keep(candidatesFor(query.mayBeContactedBy, 'c'));
  if (query.q) conditions.keep(searchCondition(context, 'contact', { q: query.q, id: 'c.id', parameters }));
  return conditions;
}

const asksForEmployer = ({ companyId, status }: ContactQuery): boolean =>
  companyId !== undefined || status !== undefined;

/** Neither does an order: of a clock out of sight, it finds nobody. */
const asksForClock = ({ clockWithin, retentionGround, sort }: ContactQuery): boolean =>
  clockWithin !== undefined || retentionGround !== undefined || sort.endsWith('retention');

export interface ContactListing {
  query: ContactQuery;
  request?: PageRequest;
  permission?: Permission;
  /** The controller's calendar day, `YYYY-MM-DD`. */
  today: string;
}

/** The ids of everybody whom the caller may read, whom `permission` reaches and whom the filters take in. */
export async function contactIds(
  reader: Reader,
  seeker: ContactSeeker,
  listing: ContactListing,
): Promise<string[]> {
  const { where, parameters } = conditionsOf(seeker.context, listing);
  const rows = await reader.read<{ id: string }>(
    `SELECT c.id FROM contacts c LEFT JOIN companies co ON co.id = c.company_id WHERE ${where.join(' AND ')}`,
    parameters,
  );
  const channel = listing.query.mayBeContactedBy;
  return (await permitted(reader, seeker, { rows, channel })).map(({ id }) => id);
}

/** Those of the people who may be sent direct marketing by the channel; everybody where none is asked for. */
async function permitted<Row extends { id: string }>(
  reader: Reader,
  { permissions }: ContactSeeker,
  { rows, channel }: { rows: Row[]; channel: Channel | undefined },
): Promise<Row[]> {
  if (channel === undefined || rows.length === 0) return rows;
  const attempt = { channel, purpose: 'direct_marketing' };
  const decisions = await permissions.decideAll(
    reader,
    rows.map(({ id }) => id),
    attempt,
  );
  return rows.filter(({ id }) => decisions.get(id)?.allowed);
}

/**
 * One page of the people whom the caller may read and whom `permission` reaches; another page than the query's own
 * when `request` asks for it.
 */
export async function listContacts(
  reader: ListReader,
  seeker: ContactSeeker,
  listing: ContactListing,
): Promise<Page<ContactListItem>> {
  const page = await (listing.query.mayBeContactedBy === undefined ? anyPage : permittedPage)(
    reader,
    seeker,
    listing,
  );
  if (listing.query.include !== 'permissions') return page;
  const ids = page.items.map(({ id }) => id);
  const summaries = await seeker.permissions.summariesOf(reader, ids, languageOf(seeker.context));
  return { ...page, items: page.items.map((item) => ({ ...item, permissions: summaries.get(item.id) })) };
}

const sortFor = (query: ContactQuery): KeysetSort =>
  sortOf(query.sort, orders, { sql: 'c.id', type: 'uuid' });

async function anyPage(
  reader: ListReader,
  { context }: ContactSeeker,
  listing: ContactListing,
): Promise<Page<ContactListItem>> {
  const { query, request = query } = listing;
  const { where, parameters } = conditionsOf(context, listing);
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
      sort: sortFor(query),
    },
    request,
  );
  return { ...page, items: page.items.map((row) => toListItem(row, context)) };
}

/** Only those who may be contacted: found by their ids, and then read. */
async function permittedPage(
  reader: ListReader,
  seeker: ContactSeeker,
  listing: ContactListing,
): Promise<Page<ContactListItem>> {
  const { query, request = query } = listing;
  const page = await readKeptPage<{ id: string; cursor_key: string[] }>(
    reader,
    {
      select: 'c.id',
      from: listFrom,
      ...conditionsOf(seeker.context, listing),
      sort: sortFor(query),
      keep: (rows) => permitted(reader, seeker, { rows, channel: query.mayBeContactedBy }),
    },
    request,
  );
  const ids = page.items.map(({ id }) => id);
  return { ...page, items: await readListItems(reader, seeker.context, ids) };
}
