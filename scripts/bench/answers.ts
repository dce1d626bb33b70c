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

function listItem(row: Row): Answer {
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
    withheld: withheldOf({ contact_details: !row.showsDetails }),
  };
}

function timelineItem(row: Row): Answer {
  const { companyName, authorName, isBodyWithheld, ...rest } = row;
  delete rest.cursor_key;
  const contacts = row.contacts as { id: string }[];
  return {
    kind: 'interaction',
    ...rest,
    contactIds: contacts.map(({ id }) => id),
    company: reference(row.companyId, companyName),
    author: reference(row.authorId, authorName),
    withheld: withheldOf({ bodies: isBodyWithheld }),
  };
}

function contact(row: Row, seen: Answer): Answer {
  const {
    companyName,
    companyStatus,
    ownerName,
    retentionDueOn,
    retentionGround,
    retentionReviewOn,
    showsDetails,
    showsPrivacy,
    ...rest
  } = row;
  const company =
    row.companyId === null ? null : { id: row.companyId, name: companyName, relationship: companyStatus };
  delete rest.facts; // decided from, which the floor is spared
  const { reason } = seen.retention as { reason: string };
  return {
    ...rest,
    name: nameOf(row),
    company,
    owner: reference(row.ownerId, ownerName),
    permissions: seen.permissions,
    retention: { dueOn: retentionDueOn, ground: retentionGround, reason, reviewOn: retentionReviewOn },
    withheld: withheldOf({ contact_details: !showsDetails, privacy: !showsPrivacy }),
  };
}

function page(kind: 'list' | 'timeline', [rows = [], counted = []]: Row[][], path: string): Answer {
  const limit = pageSizes[kind] ?? 50;
  const items = rows.slice(0, limit).map(kind === 'list' ? listItem : timelineItem);
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
  { path, answer: seen }: { path: string; answer: Answer },
): Answer {
  if (kind === 'contact') return contact(results[0]?.[0] ?? {}, seen);
  if (kind === 'search') return search(results, seen);
  return page(kind, results, path);
}
