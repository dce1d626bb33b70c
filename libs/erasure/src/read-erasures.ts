import { NotFound, type Page, type RequestContext } from '@seloste/kernel';
import { Conditions, languageOf, readPage, type ListReader, type Reader } from '@seloste/platform';
import { proofOf } from './certificate/proof.js';
import type { ErasureStatus } from './erasure.entity.js';
import type { ErasureListItem, ErasureQuery, ErasureResponse } from './erasures.dto.js';
import { wordsOf, wordsOfPlace } from './plan/table-words.js';

type ListRow = Omit<ErasureListItem, 'progress'>;
type Row = ListRow &
  Pick<ErasureResponse, 'counts' | 'certificate' | 'certificateHash' | 'leftovers' | 'unread'>;

const columns = `
  e.id, e.contact_id AS "contactId", e.ground, e.status, e.run_id AS "runId", e.manner, e.requested_at AS "requestedAt",
  e.not_before AS "notBefore", e.executed_at AS "executedAt", e.completed_at AS "completedAt", e.failure`;

/** Asked for, done, decided on what was doubtful, certified. */
const steps: Record<ErasureStatus, number> = {
  planned: 1,
  in_grace: 1,
  executing: 1,
  failed: 1,
  held: 2,
  waiting_for_decisions: 2,
  incomplete: 3,
  complete: 4,
};

/** @throws NotFound */
export async function readErasure(
  reader: Reader,
  context: RequestContext,
  id: string,
): Promise<ErasureResponse> {
  const [row] = await reader.read<Row>(
    `SELECT ${columns}, e.counts, e.certificate, e.certificate_hash AS "certificateHash",
       coalesce(e.scan -> 'found', '[]') AS leftovers, coalesce(e.scan -> 'unread', '[]') AS unread FROM erasures e WHERE e.id = $1`,
    [id],
  );
  if (!row) throw new NotFound('erasure');
  const done = Object.entries(row.counts).flatMap(([table, actions]) =>
    Object.entries(actions).map(([action, count]) => {
      const what = wordsOf(table, languageOf(context));
      return { table, what, action, count };
    }),
  );
  const leftovers = row.leftovers.map(({ where, count }) => ({
    ...{ where, what: wordsOfPlace(where, languageOf(context)) },
    count,
  }));
  return { ...toResponse(row, context), done, leftovers, proof: await proofOf(reader, row) };
}

/** The latest first. */
export async function listErasures(
  reader: ListReader,
  context: RequestContext,
  { status, contactId, runId, ...request }: ErasureQuery,
): Promise<Page<ErasureListItem>> {
  const conditions = new Conditions();
  conditions.add(status, (p) => `e.status = ${p}`);
  conditions.add(contactId, (p) => (seesWhom(context) ? `e.contact_id = ${p}` : `${p}::uuid IS NULL`));
  conditions.add(runId, (p) => `e.run_id = ${p}`);
  const page = await readPage<ListRow & { cursor_key: string[] }>(
    reader,
    {
      select: columns,
      from: 'erasures e',
      where: conditions.where,
      parameters: conditions.parameters,
      sort: {
        keys: [
          { sql: 'e.requested_at', type: 'timestamptz' },
          { sql: 'e.id', type: 'uuid' },
        ],
        descending: true,
      },
    },
    request,
  );
  const items = page.items.map(({ cursor_key: _, ...row }) => toResponse(row, context));
  return { ...page, items };
}

const seesWhom = ({ actor }: RequestContext): boolean =>
  actor.kind === 'user' && actor.permissions.has('erasures.manage');

/** Whoever only reads counts is not told of whom. */
function toResponse<R extends ListRow>(row: R, context: RequestContext): R & ErasureListItem {
  return {
    ...row,
    contactId: seesWhom(context) ? row.contactId : null,
    progress: { done: steps[row.status], of: steps.complete },
  };
}
