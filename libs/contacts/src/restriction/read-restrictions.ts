import { NotFound, type Page, type PageRequest } from '@seloste/kernel';
import { readPage, referenceOf, type ListReader, type Reader } from '@seloste/platform';
import type { LiftingResponse, RestrictionListItem, RestrictionResponse } from './restrictions.dto.js';
import type { Restriction } from './restriction.entity.js';

type Row = Omit<Restriction, 'id' | 'noticeId'> & {
  placedByName: string | null;
  requestedByName: string | null;
};
type ListRow = Row & { name: string; companyId: string | null; companyName: string | null };

const columns = `
  r.contact_id AS "contactId", r.reason, r.until::text, r.placed_at AS "placedAt", r.placed_by AS "placedBy", p.name AS "placedByName",
  r.lift_requested_at AS "liftRequestedAt", r.lift_requested_by AS "liftRequestedBy", q.name AS "requestedByName",
  r.lift_reason AS "liftReason", r.notice_queued_at AS "noticeQueuedAt", r.informed_via AS "informedVia",
  r.informed_on::text AS "informedOn", r.lifted_at AS "liftedAt"`;

const staff = 'LEFT JOIN users p ON p.id = r.placed_by LEFT JOIN users q ON q.id = r.lift_requested_by';

/** The restriction with this id. @throws NotFound */
export async function readRestriction(reader: Reader, id: string): Promise<RestrictionResponse> {
  const [row] = await reader.read<Row>(`SELECT ${columns} FROM restrictions r ${staff} WHERE r.id = $1`, [
    id,
  ]);
  if (!row) throw new NotFound('restriction');
  return toResponse(row);
}

/** Everybody whose processing is restricted now, latest first. Only an acting privacy officer's reader sees any. */
export async function listRestrictions(
  reader: ListReader,
  request: PageRequest,
): Promise<Page<RestrictionListItem>> {
  const page = await readPage<ListRow & { cursor_key: string[] }>(
    reader,
    {
      select: `${columns}, btrim(c.first_name || ' ' || c.last_name) AS name, c.company_id AS "companyId", co.name AS "companyName"`,
      from: `restrictions r JOIN contacts c ON c.id = r.contact_id LEFT JOIN companies co ON co.id = c.company_id ${staff}`,
      countFrom: 'restrictions r',
      where: ['r.lifted_at IS NULL'],
      parameters: [],
      sort: {
        keys: [
          { sql: 'r.placed_at', type: 'timestamptz' },
          { sql: 'r.id', type: 'uuid' },
        ],
        descending: true,
      },
    },
    request,
  );
  const items = page.items.map((row) => ({
    ...toResponse(row),
    contact: { id: row.contactId, name: row.name },
    company: referenceOf(row.companyId, row.companyName),
  }));
  return { ...page, items };
}

const toResponse = (row: Row): RestrictionResponse => ({
  contactId: row.contactId,
  reason: row.reason,
  until: row.until,
  placedAt: row.placedAt,
  placedBy: referenceOf(row.placedBy, row.placedByName),
  lifting: liftingOf(row),
});

const liftingOf = (row: Row): LiftingResponse | null =>
  row.liftRequestedAt && {
    requestedAt: row.liftRequestedAt,
    requestedBy: referenceOf(row.liftRequestedBy, row.requestedByName),
    reason: row.liftReason,
    noticeQueuedAt: row.noticeQueuedAt,
    informed: row.informedVia && row.informedOn ? { via: row.informedVia, on: row.informedOn } : null,
    liftedAt: row.liftedAt,
  };
