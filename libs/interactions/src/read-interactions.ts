import { NotFound, type Page, type PageRequest } from '@seloste/kernel';
import {
  Conditions,
  readPage,
  referenceOf,
  type KeysetSort,
  type ListReader,
  type Reader,
} from '@seloste/platform';
import type {
  InteractionQuery,
  InteractionResponse,
  TimelineItem,
  TimelineQuery,
} from './interactions.dto.js';
import type { Interaction } from './interaction.entity.js';

type Row = Omit<InteractionResponse, 'contactIds' | 'company' | 'author'> &
  Pick<Interaction, 'companyId' | 'authorId'> & { companyName: string | null; authorName: string | null };

const columns = `
  i.id, i.type, i.direction, i.occurred_at AS "occurredAt", i.duration_minutes AS "durationMinutes", i.subject, i.body,
  i.company_id AS "companyId", co.name AS "companyName", i.author_id AS "authorId", a.name AS "authorName",
  i.edited_at AS "editedAt", i.created_at AS "createdAt", i.version,
  (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', btrim(c.first_name || ' ' || c.last_name)) ORDER BY ip.position), '[]')
     FROM interaction_participants ip JOIN contacts c ON c.id = ip.contact_id WHERE ip.interaction_id = i.id) AS contacts`;

const joins = 'LEFT JOIN companies co ON co.id = i.company_id LEFT JOIN users a ON a.id = i.author_id';

const newestFirst = (table: 'i' | 'p'): KeysetSort => ({
  keys: [
    { sql: `${table}.occurred_at`, type: 'timestamptz' },
    { sql: table === 'i' ? 'i.id' : 'p.interaction_id', type: 'uuid' },
  ],
  descending: true,
});

/** One interaction. @throws NotFound */
export async function readInteraction(reader: Reader, id: string): Promise<InteractionResponse> {
  const [row] = await reader.read<Row>(`SELECT ${columns} FROM interactions i ${joins} WHERE i.id = $1`, [
    id,
  ]);
  if (!row) throw new NotFound('interaction');
  return toResponse(row);
}

/** What happened with a person, newest first. @throws NotFound */
export async function readContactTimeline(
  reader: ListReader,
  contactId: string,
  query: TimelineQuery,
): Promise<Page<TimelineItem>> {
  const conditions = new Conditions();
  conditions.add(contactId, (p) => `p.contact_id = ${p}`);
  conditions.add(query.type, (p) => `i.type = ANY(${p})`);
  const page = await readInteractionPage(reader, query, {
    from: 'interaction_participants p JOIN interactions i ON i.id = p.interaction_id',
    conditions,
    sort: newestFirst('p'),
  });
  if (page.items.length === 0) await assertExists(reader, 'contact', contactId);
  return timeline(page);
}

/** What happened at a company, with whomever, newest first. @throws NotFound */
export async function readCompanyTimeline(
  reader: ListReader,
  companyId: string,
  query: TimelineQuery,
): Promise<Page<TimelineItem>> {
  const page = await listInteractions(reader, { ...query, companyId });
  if (page.items.length === 0) await assertExists(reader, 'company', companyId);
  return timeline(page);
}

/** Interactions by any of the filters, newest first; `isAuthored`: without those that came with a list. */
export function listInteractions(
  reader: ListReader,
  query: InteractionQuery & { isAuthored?: true },
): Promise<Page<InteractionResponse>> {
  const conditions = new Conditions(query.isAuthored ? ['i.author_id IS NOT NULL'] : []);
  conditions.add(
    query.contactId,
    (p) => `i.id IN (SELECT interaction_id FROM interaction_participants WHERE contact_id = ${p})`,
  );
  conditions.add(query.companyId, (p) => `i.company_id = ${p}`);
  conditions.add(query.authorId, (p) => `i.author_id = ${p}`);
  conditions.add(query.type, (p) => `i.type = ANY(${p})`);
  conditions.add(query.since, (p) => `i.occurred_at >= ${p}`);
  conditions.add(query.until, (p) => `i.occurred_at < ${p}`);
  return readInteractionPage(reader, query, {
    from: 'interactions i',
    conditions,
    sort: newestFirst('i'),
  });
}

async function readInteractionPage(
  reader: ListReader,
  request: PageRequest,
  { from, conditions, sort }: { from: string; conditions: Conditions; sort: KeysetSort },
): Promise<Page<InteractionResponse>> {
  const page = await readPage<Row & { cursor_key: string[] }>(
    reader,
    {
      select: columns,
      from: `${from} ${joins}`,
      countFrom: from,
      where: conditions.where,
      parameters: conditions.parameters,
      sort,
    },
    request,
  );
  return { ...page, items: page.items.map(toResponse) };
}

async function assertExists(reader: Reader, noun: 'contact' | 'company', id: string): Promise<void> {
  const table = noun === 'contact' ? 'contacts' : 'companies';
  const rows = await reader.read(`SELECT 1 AS one FROM ${table} WHERE id = $1`, [id]);
  if (rows.length === 0) throw new NotFound(noun);
}

const timeline = (page: Page<InteractionResponse>): Page<TimelineItem> => ({
  ...page,
  items: page.items.map((item) => ({ kind: 'interaction', ...item })),
});

function toResponse(row: Row): InteractionResponse {
  return {
    id: row.id,
    type: row.type,
    direction: row.direction,
    occurredAt: row.occurredAt,
    durationMinutes: row.durationMinutes,
    subject: row.subject,
    body: row.body,
    contactIds: row.contacts.map((contact) => contact.id),
    contacts: row.contacts,
    companyId: row.companyId,
    company: referenceOf(row.companyId, row.companyName),
    authorId: row.authorId,
    author: referenceOf(row.authorId, row.authorName),
    editedAt: row.editedAt,
    createdAt: row.createdAt,
    version: row.version,
  };
}
