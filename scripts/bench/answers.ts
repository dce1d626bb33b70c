import type { AnswerKind } from './plan.ts';

type Row = Record<string, unknown>;
type Answer = Record<string, unknown>;

const countLimit = 10_000;
const pageSizes: Partial<Record<AnswerKind, number>> = { list: 50, timeline: 20 };

const reference = (id: unknown, name: unknown): Answer | null =>
  id !== null && name !== null ? { id, name } : null;

/** The groups of fields that somebody does not see. */
const withheldOf = (groups: Record<string, unknown>): string[] =>
  Object.entries(groups).flatMap(([group, isWithheld]) => (isWithheld ? [group] : []));

const nameOf = (row: Row): string => `${String(row.firstName)} ${String(row.lastName)}`.trim();

/** A clock with the reason that the application gave: the floor is spared the wording. */
function retentionOf({ clock }: Row, seen: Answer | undefined): Answer | null {
  if (clock === null || seen === undefined) return null;
  const { dueOn, reviewOn, ground, start, startedOn } = clock as Row;
  return { dueOn, reviewOn, ground, start, startedOn, reason: (seen.retention as Row).reason };
}

function listItem(row: Row, seen: Answer | undefined): Answer {
  const { id, firstName, lastName, title, areaOfResponsibility, language, email, phone } = row;
  const plain = {
    id,
    name: nameOf(row),
    firstName,
    lastName,
    title,
    areaOfResponsibility,
    language,
    email,
    phone,
  };
  return {
    ...plain,
    company: reference(row.companyId, row.companyName),
    owner: reference(row.ownerId, row.ownerName),
    lastInteractionAt: row.lastInteractionAt,
    archivedAt: row.archivedAt,
    restricted: row.restricted,
    retention: retentionOf(row, seen),
    withheld: withheldOf({ contact_details: !row.showsDetails, privacy: !row.showsPrivacy }),
  };
}

/** As {@link retentionOf}, of what is no person. */
function thingRetentionOf(clock: unknown, seen: Answer | undefined): Answer | null {
  if (clock === null || seen === undefined) return null;
  const { dueOn, ground } = clock as Row;
  return { dueOn, ground, reason: (seen.retention as Row).reason };
}

function timelineItem(row: Row, seen: Answer | undefined): Answer {
  const { companyName, authorName, isBodyWithheld, clock, ...rest } = row;
  delete rest.cursor_key;
  const contacts = row.contacts as { id: string }[];
  return {
    kind: 'interaction',
    ...rest,
    retention: thingRetentionOf(clock, seen),
    contactIds: contacts.map(({ id }) => id),
    company: reference(row.companyId, companyName),
    author: reference(row.authorId, authorName),
    withheld: withheldOf({ bodies: isBodyWithheld }),
  };
}

function contact(row: Row, seen: Answer): Answer {
  const { companyName, companyStatus, ownerName, showsDetails, showsPrivacy, ...rest } = row;
  const company =
    row.companyId === null ? null : { id: row.companyId, name: companyName, relationship: companyStatus };
  delete rest.clock;
  delete rest.facts; // decided from, which the floor is spared
  return {
    ...rest,
    name: nameOf(row),
    company,
    owner: reference(row.ownerId, ownerName),
    permissions: seen.permissions,
    retention: retentionOf(row, seen),
    withheld: withheldOf({ contact_details: !showsDetails, privacy: !showsPrivacy }),
  };
}

function page(
  kind: 'list' | 'timeline',
  [rows = [], counted = []]: Row[][],
  { path, answer }: { path: string; answer: Answer },
): Answer {
  const limit = pageSizes[kind] ?? 50;
  const seen = new Map((answer.items as Answer[]).map((item) => [item.id, item]));
  const toItem = kind === 'list' ? listItem : timelineItem;
  const items = rows.slice(0, limit).map((row) => toItem(row, seen.get(row.id)));
  const last = rows[limit - 1];
  const nextCursor =
    rows.length > limit && last ? Buffer.from(JSON.stringify(last.cursor_key)).toString('base64url') : null;
  const n = counted[0]?.n as number | undefined;
  const total = path.includes('cursor=') ? null : n === undefined ? items.length : n <= countLimit ? n : null;
  return { items, nextCursor, total };
}

/** Ranking and excerpts are taken as the application made them: the floor is spared them. */
function search(results: Row[][], seen: Answer): Answer {
  const rows = new Map(results.at(-1)?.map((row) => [row.id, row]));
  const items = (seen.items as Row[]).flatMap((hit): Answer[] => {
    const row = rows.get(hit.id);
    if (!row) return [];
    const { kind, id, title, contactId, companyId, occurredAt } = row;
    const subtitle = row.subtitle === '' ? null : row.subtitle;
    if (kind !== 'interaction') return [{ kind, id, title: title ?? '', subtitle, companyId }];
    return [
      {
        kind,
        id,
        title: title ?? hit.title,
        subtitle,
        excerpt: hit.excerpt,
        occurredAt,
        contactId,
        companyId,
      },
    ];
  });
  return { items };
}

/**
 * The least that turns rows into what the application answers.
 * @param results rows of each statement, in order
 * @param seen the application's own answer to the same request
 */
export function answerOf(
  kind: AnswerKind,
  results: Row[][],
  request: { path: string; answer: Answer },
): Answer {
  if (kind === 'contact') return contact(results[0]?.[0] ?? {}, request.answer);
  if (kind === 'search') return search(results, request.answer);
  return page(kind, results, request);
}
