import { NotFound, type Page, type RequestContext } from '@seloste/kernel';
import { Conditions, readPage, referenceOf, type ListReader, type Reader } from '@seloste/platform';
import { soonDays, urgencyOf } from '../deadlines/deadlines.js';
import { readCandidates } from './read-candidates.js';
import type { RequestListItem, RequestQuery, RequestResponse } from './requests.dto.js';

type ListRow = Omit<RequestListItem, 'contact' | 'assignee' | 'urgency'> & {
  contactName: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
};
type Row = ListRow &
  Omit<RequestResponse, keyof RequestListItem | 'candidates' | 'passedOnTo' | 'recordedBy'> & {
    passedOnId: string | null;
    passedOnName: string | null;
    recordedById: string | null;
    recordedByName: string | null;
  };

const columns = `r.id, r.reference, r.kind, r.contact_id AS "contactId", btrim(c.first_name || ' ' || c.last_name) AS "contactName",
  r.received_via AS "receivedVia", r.received_at AS "receivedAt", r.received_on::text AS "receivedOn", r.due_on::text AS "dueOn",
  r.status, r.outcome, r.assignee_id AS "assigneeId", a.name AS "assigneeName", r.closed_at AS "closedAt"`;

const from = `subject_requests r LEFT JOIN contacts c ON c.id = r.contact_id LEFT JOIN users a ON a.id = r.assignee_id`;

const events = `(SELECT coalesce(json_agg(json_build_object('id', e.id, 'step', e.step, 'code', e.code, 'aboutType', e.about_type, 'aboutId', e.about_id,
    'at', e.at, 'by', CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END) ORDER BY e.id), '[]')
  FROM subject_request_events e LEFT JOIN users u ON u.id = e.by WHERE e.request_id = r.id) AS events`;

/** @param today the controller's calendar day @throws NotFound */
export async function readRequest(
  reader: Reader,
  context: RequestContext,
  { id, today }: { id: string; today: string },
): Promise<RequestResponse> {
  const [row] = await reader.read<Row>(
    `SELECT ${columns}, r.identifier, r.wording, r.language, r.extension, r.extension_reason AS "extensionReason",
       r.refusal_grounds AS "refusalGrounds", r.passed_on_to AS "passedOnId", p.name AS "passedOnName", r.identified_at AS "identifiedAt",
       r.recorded_by AS "recordedById", b.name AS "recordedByName", r.recorded_at AS "recordedAt", r.is_canary AS "isCanary", r.version, ${events}
     FROM ${from} LEFT JOIN companies p ON p.id = r.passed_on_to LEFT JOIN users b ON b.id = r.recorded_by WHERE r.id = $1`,
    [id],
  );
  if (!row) throw new NotFound('subject_request');
  const { passedOnId, passedOnName, recordedById, recordedByName, ...rest } = row;
  const isSought = row.contactId === null && row.status !== 'closed' && row.identifier !== null;
  return {
    ...toItem(rest, today),
    ...rest,
    passedOnTo: referenceOf(passedOnId, passedOnName),
    recordedBy: referenceOf(recordedById, recordedByName),
    candidates: isSought ? await readCandidates(reader, context, row.identifier ?? '') : [],
    events: row.events.map((event) => ({ ...event, at: new Date(event.at) })),
  };
}

/** Open ones by deadline, the nearest first; closed ones the latest first. @param today the controller's calendar day */
export async function listRequests(
  reader: ListReader,
  { query, today }: { query: RequestQuery; today: string },
): Promise<Page<RequestListItem>> {
  const isClosed = query.status === 'closed';
  const conditions = new Conditions([isClosed ? `r.status = 'closed'` : `r.status <> 'closed'`]);
  conditions.add(query.kind, (p) => `r.kind = ${p}`);
  conditions.add(query.contactId, (p) => `r.contact_id = ${p}`);
  if (query.urgency === 'overdue') conditions.add(today, (p) => `r.due_on < ${p}::date`);
  if (query.urgency === 'due_soon')
    conditions.add(today, (p) => `r.due_on >= ${p}::date AND r.due_on <= ${p}::date + ${soonDays}`);
  const key = isClosed
    ? { sql: 'r.closed_at', type: 'timestamptz' as const }
    : { sql: 'r.due_on', type: 'date' as const };
  const page = await readPage<ListRow & { cursor_key: string[] }>(
    reader,
    {
      ...{ select: columns, from, countFrom: 'subject_requests r', where: conditions.where },
      parameters: conditions.parameters,
      sort: { keys: [key, { sql: 'r.id', type: 'uuid' }], descending: isClosed },
    },
    query,
  );
  return { ...page, items: page.items.map(({ cursor_key: _, ...row }) => toItem(row, today)) };
}

const toItem = (row: ListRow, today: string): RequestListItem => ({
  ...{ id: row.id, reference: row.reference, kind: row.kind, contactId: row.contactId },
  contact: referenceOf(row.contactId, row.contactName),
  ...{
    receivedVia: row.receivedVia,
    receivedAt: row.receivedAt,
    receivedOn: row.receivedOn,
    dueOn: row.dueOn,
  },
  urgency: row.status === 'closed' ? null : urgencyOf(row.dueOn, today),
  ...{ status: row.status, outcome: row.outcome, closedAt: row.closedAt },
  assignee: referenceOf(row.assigneeId, row.assigneeName),
});
