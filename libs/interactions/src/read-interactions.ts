import { companiesWithin, contactsWithin, interactionsWithin } from '@seloste/identity';
import { NotFound, scopeOf, type Page, type PageRequest, type RequestContext } from '@seloste/kernel';
import {
  Conditions,
  languageOf,
  readPage,
  referenceOf,
  type KeysetSort,
  type ListReader,
  type Reader,
} from '@seloste/platform';
import {
  interactionPartColumn,
  thingClockColumn,
  toThingRetention,
  type ThingClockColumn,
  type ThingPart,
} from '@seloste/retention';
import type {
  InteractionQuery,
  InteractionResponse,
  RevisionResponse,
  TimelineItem,
  TimelineQuery,
} from './interactions.dto.js';
import { sightOf, type Sight } from './sight.js';
import type { Interaction } from './interaction.entity.js';

type Row = Omit<InteractionResponse, 'contactIds' | 'company' | 'author' | 'withheld' | 'retention'> &
  Pick<Interaction, 'companyId' | 'authorId'> & {
    companyName: string | null;
    authorName: string | null;
    isBodyWithheld: boolean;
    clock: ThingClockColumn | null;
    part: ThingPart | null;
  };

const when = (condition: string | null, value: string): string =>
  condition === null ? value : `CASE WHEN ${condition} THEN ${value} END`;

const clock = thingClockColumn({
  rule: 'rr.interaction_type = i.type',
  startedAt: 'i.occurred_at',
  what: 'i.type',
  unless: 'i.redacted_at IS NOT NULL',
});

/** What the caller sees of an interaction `i`, its company `co` and its author `a`. */
function columnsFor({ body, person, company }: Sight): string {
  return `
  i.id, i.type, i.direction, i.occurred_at AS "occurredAt", i.duration_minutes AS "durationMinutes", i.subject,
  ${when(body, 'i.body')} AS body, ${body === null ? 'false' : `(${body}) IS NOT TRUE`} AS "isBodyWithheld",
  ${when(company, 'i.company_id')} AS "companyId", ${when(company, 'co.name')} AS "companyName",
  i.purpose, CASE WHEN i.unpermitted_code IS NOT NULL
    THEN json_build_object('code', i.unpermitted_code, 'reason', i.unpermitted_reason) END AS unpermitted,
  i.author_id AS "authorId", a.name AS "authorName", i.redacted_at AS "redactedAt", i.edited_at AS "editedAt", i.created_at AS "createdAt", i.version, ${clock} AS clock, ${interactionPartColumn('i')} AS part,
  (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', btrim(c.first_name || ' ' || c.last_name)) ORDER BY ip.position), '[]')
     FROM interaction_participants ip JOIN contacts c ON c.id = ip.contact_id
     WHERE ip.interaction_id = i.id${person === null ? '' : ` AND ${person}`}) AS contacts`;
}

const joins = 'LEFT JOIN companies co ON co.id = i.company_id LEFT JOIN users a ON a.id = i.author_id';

const newestFirst = (table: 'i' | 'p'): KeysetSort => ({
  keys: [
    { sql: `${table}.occurred_at`, type: 'timestamptz' },
    { sql: table === 'i' ? 'i.id' : 'p.interaction_id', type: 'uuid' },
  ],
  descending: true,
});

/** One interaction, as far as the caller may see it. @throws NotFound */
export async function readInteraction(
  reader: Reader,
  context: RequestContext,
  id: string,
): Promise<InteractionResponse> {
  const conditions = new Conditions();
  conditions.add(id, (p) => `i.id = ${p}`);
  conditions.keep(interactionsWithin(context, 'interactions.read', 'i', conditions.parameters));
  const columns = columnsFor(sightOf(context, conditions.parameters));
  const [row] = await reader.read<Row>(
    `SELECT ${columns} FROM interactions i ${joins} WHERE ${conditions.where.join(' AND ')}`,
    conditions.parameters,
  );
  if (!row) throw new NotFound('interaction');
  return toResponse(row, context);
}

/** What happened with a person, newest first. @throws NotFound */
export async function readContactTimeline(
  reader: ListReader,
  context: RequestContext,
  contactId: string,
  query: TimelineQuery,
): Promise<Page<TimelineItem>> {
  const isScoped = scopeOf(context, 'contacts.read') !== 'all';
  if (isScoped) await assertVisible(reader, context, 'contact', contactId);
  const conditions = new Conditions();
  conditions.add(contactId, (p) => `p.contact_id = ${p}`);
  conditions.add(query.type, (p) => `i.type = ANY(${p})`);
  const page = await readInteractionPage(reader, context, query, {
    from: 'interaction_participants p JOIN interactions i ON i.id = p.interaction_id',
    conditions,
    sort: newestFirst('p'),
  });
  if (page.items.length === 0 && !isScoped) await assertVisible(reader, context, 'contact', contactId);
  return timeline(page);
}

/** What happened at a company, with whomever, newest first. @throws NotFound */
export async function readCompanyTimeline(
  reader: ListReader,
  context: RequestContext,
  companyId: string,
  query: TimelineQuery,
): Promise<Page<TimelineItem>> {
  await assertVisible(reader, context, 'company', companyId);
  const page = await listInteractions(reader, context, { ...query, companyId });
  return timeline(page);
}

/** Interactions by any of the filters, newest first; `isAuthored`: without those that came with a list. */
export function listInteractions(
  reader: ListReader,
  context: RequestContext,
  query: InteractionQuery & { isAuthored?: true; isUncounted?: true },
): Promise<Page<InteractionResponse>> {
  const conditions = new Conditions(query.isAuthored ? ['i.author_id IS NOT NULL'] : []);
  const { parameters } = conditions;
  conditions.add(
    query.contactId,
    (p) => `i.id IN (SELECT interaction_id FROM interaction_participants WHERE contact_id = ${p})
      ${andVisible('contacts', p, contactsWithin(context, 'contacts.read', 'r', parameters))}`,
  );
  conditions.add(
    query.companyId,
    (p) =>
      `i.company_id = ${p}${andVisible('companies', p, companiesWithin(context, 'companies.read', 'r', parameters))}`,
  );
  conditions.add(query.authorId, (p) => `i.author_id = ${p}`);
  conditions.add(query.type, (p) => `i.type = ANY(${p})`);
  conditions.add(query.since, (p) => `i.occurred_at >= ${p}`);
  conditions.add(query.until, (p) => `i.occurred_at < ${p}`);
  return readInteractionPage(reader, context, query, {
    from: 'interactions i',
    conditions,
    sort: newestFirst('i'),
  });
}

/** A filter tells of nothing that the caller does not see: of somebody or a company out of reach, it finds nothing. */
const andVisible = (table: 'contacts' | 'companies', id: string, within: string | null): string =>
  within === null ? '' : ` AND EXISTS (SELECT 1 FROM ${table} r WHERE r.id = ${id} AND ${within})`;

async function readInteractionPage(
  reader: ListReader,
  context: RequestContext,
  request: PageRequest,
  { from, conditions, sort }: { from: string; conditions: Conditions; sort: KeysetSort },
): Promise<Page<InteractionResponse>> {
  conditions.keep(interactionsWithin(context, 'interactions.read', 'i', conditions.parameters));
  const { where, parameters } = conditions;
  const countParameters = [...parameters];
  const columns = columnsFor(sightOf(context, parameters));
  const page = await readPage<Row & { cursor_key: string[] }>(
    reader,
    {
      select: columns,
      from: `${from} ${joins}`,
      countFrom: from,
      where,
      parameters,
      countParameters,
      sort,
    },
    request,
  );
  return { ...page, items: page.items.map((row) => toResponse(row, context)) };
}

/** @throws NotFound where the caller may not see it, as where there is nothing */
async function assertVisible(
  reader: Reader,
  context: RequestContext,
  noun: 'contact' | 'company',
  id: string,
): Promise<void> {
  const conditions = new Conditions();
  conditions.add(id, (p) => `r.id = ${p}`);
  conditions.keep(
    noun === 'contact'
      ? contactsWithin(context, 'contacts.read', 'r', conditions.parameters)
      : companiesWithin(context, 'companies.read', 'r', conditions.parameters),
  );
  const rows = await reader.read(
    `SELECT 1 AS one FROM ${noun === 'contact' ? 'contacts' : 'companies'} r WHERE ${conditions.where.join(' AND ')}`,
    conditions.parameters,
  );
  if (rows.length === 0) throw new NotFound(noun);
}

const timeline = (page: Page<InteractionResponse>): Page<TimelineItem> => ({
  ...page,
  items: page.items.map((item) => ({ kind: 'interaction', ...item })),
});

function toResponse(row: Row, context: RequestContext): InteractionResponse {
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
    purpose: row.purpose,
    unpermitted: row.unpermitted,
    retention: toThingRetention(row.clock, languageOf(context), row.part),
    redactedAt: row.redactedAt,
    editedAt: row.editedAt,
    createdAt: row.createdAt,
    version: row.version,
    withheld: row.isBodyWithheld ? ['bodies'] : [],
  };
}

/** What the interaction was before each edit, newest first; its texts as far as the caller sees the latest one. */
export async function readRevisions(
  reader: Reader,
  { id, withheld }: InteractionResponse,
): Promise<RevisionResponse[]> {
  const body = withheld.includes('bodies') ? 'NULL::text AS body' : 'r.body';
  return reader.read<RevisionResponse>(
    `SELECT r.id, r.revised_at AS "revisedAt", r.type, r.direction, r.occurred_at AS "occurredAt",
       r.duration_minutes AS "durationMinutes", r.subject, ${body},
       CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS "revisedBy"
     FROM interaction_revisions r LEFT JOIN users u ON u.id = r.revised_by
     WHERE r.interaction_id = $1 ORDER BY r.revised_at DESC, r.id DESC LIMIT 200`,
    [id],
  );
}
