import { NotFound, type Page, type PageRequest } from '@seloste/kernel';
import { readPage, referenceOf, type ListReader, type Reader } from '@seloste/platform';
import type { AffectedPerson, BreachListItem, BreachQuery, BreachResponse } from './breaches.dto.js';
import { notifyBefore, urgencyOf } from './time-limit.js';

type ListRow = Omit<BreachListItem, 'notifyBefore' | 'urgency'>;
type Row = ListRow &
  Omit<BreachResponse, keyof BreachListItem | 'reportedBy'> & {
    reporterId: string | null;
    reporterName: string | null;
  };

const columns = `b.id, b.reference, b.facts, b.aware_at AS "awareAt", b.risk, b.authority_notified_at AS "authorityNotifiedAt",
  b.closed_at AS "closedAt", breach_people_of(b.id) AS affected,
  (SELECT coalesce(sum(e.people), 0)::int FROM breach_events e WHERE e.breach_id = b.id AND e.step = 'people_told') AS told`;

/** @throws NotFound */
export async function readBreach(reader: Reader, id: string, now: Date): Promise<BreachResponse> {
  const [row] = await reader.read<Row>(
    `SELECT ${columns}, b.began_at AS "beganAt", b.ended_at AS "endedAt", b.natures, b.effects, b.measures, b.risk_reason AS "riskReason",
       b.delay_reason AS "delayReason", b.silence, b.silence_reason AS "silenceReason", b.reported_at AS "reportedAt", b.version,
       u.id AS "reporterId", u.name AS "reporterName",
       (SELECT coalesce(json_agg(json_build_object('id', e.id, 'step', e.step, 'people', e.people, 'at', e.at,
          'by', CASE WHEN w.id IS NOT NULL THEN json_build_object('id', w.id, 'name', w.name) END) ORDER BY e.id), '[]')
        FROM breach_events e LEFT JOIN users w ON w.id = e.by WHERE e.breach_id = b.id) AS events
     FROM breaches b LEFT JOIN users u ON u.id = b.reported_by WHERE b.id = $1`,
    [id],
  );
  if (!row) throw new NotFound('breach');
  const { reporterId, reporterName, ...rest } = row;
  const events = row.events.map((event) => ({ ...event, at: new Date(event.at) }));
  return { ...toItem(rest, now), ...rest, events, reportedBy: referenceOf(reporterId, reporterName) };
}

/** The latest first. */
export async function listBreaches(
  reader: ListReader,
  query: BreachQuery,
  now: Date,
): Promise<Page<BreachListItem>> {
  const where = { open: ['b.closed_at IS NULL'], closed: ['b.closed_at IS NOT NULL'], all: [] };
  const page = await readPage<ListRow & { cursor_key: string[] }>(
    reader,
    {
      ...{ select: columns, from: 'breaches b', where: where[query.status ?? 'all'], parameters: [] },
      sort: {
        keys: [
          { sql: 'b.aware_at', type: 'timestamptz' },
          { sql: 'b.id', type: 'uuid' },
        ],
        descending: true,
      },
    },
    query,
  );
  return { ...page, items: page.items.map(({ cursor_key: _, ...row }) => toItem(row, now)) };
}

/** Those whose data it was about; restricted people in an act of the privacy officer only. */
export async function listAffected(
  reader: ListReader,
  breachId: string,
  request: PageRequest,
): Promise<Page<AffectedPerson>> {
  const page = await readPage<
    Omit<AffectedPerson, 'contact'> & { contactId: string; name: string; cursor_key: string[] }
  >(
    reader,
    {
      select: `p.contact_id AS "contactId", btrim(c.first_name || ' ' || c.last_name) AS name, p.found_by AS "foundBy", p.told_at AS "toldAt",
        EXISTS (SELECT FROM contact_points q WHERE q.contact_id = c.id AND q.kind = 'email') AS "isReachable"`,
      from: 'breach_people p JOIN contacts c ON c.id = p.contact_id',
      where: ['p.breach_id = $1'],
      parameters: [breachId],
      sort: { keys: [{ sql: 'p.contact_id', type: 'uuid' }], descending: false },
    },
    request,
  );
  const items = page.items.map(({ contactId, name, foundBy, toldAt, isReachable }) => ({
    ...{ contact: { id: contactId, name }, foundBy, toldAt, isReachable },
  }));
  return { ...page, items };
}

function toItem(row: ListRow, now: Date): BreachListItem {
  const { id, reference, facts, awareAt, risk, authorityNotifiedAt, affected, told, closedAt } = row;
  return {
    ...{ id, reference, facts, awareAt, risk, authorityNotifiedAt, affected, told, closedAt },
    notifyBefore: notifyBefore(awareAt),
    urgency: urgencyOf({ awareAt, notifiedAt: authorityNotifiedAt, risk }, now),
  };
}
