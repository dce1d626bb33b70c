import { NotFound } from '@seloste/kernel';
import { referenceOf, type Reader } from '@seloste/platform';
import { idOf, type Subject } from '../evidence-scope.js';
import type { Objection } from './objection.entity.js';
import type { ObjectionResponse } from './objections.dto.js';

type Row = Objection & {
  recordedByName: string | null;
  withdrawnAt: Date | null;
  toldBy: string | null;
  withdrawalBy: string | null;
  withdrawalByName: string | null;
};

const select = `
  SELECT o.id, o.channel, o.purpose, o.objected_at AS "objectedAt", o.received_via AS "receivedVia", o.note,
    o.message_id AS "messageId", o.recorded_at AS "recordedAt", o.recorded_by AS "recordedBy", u.name AS "recordedByName",
    w.withdrawn_at AS "withdrawnAt", w.told_by AS "toldBy", w.recorded_by AS "withdrawalBy", v.name AS "withdrawalByName"
  FROM objections o LEFT JOIN users u ON u.id = o.recorded_by
    LEFT JOIN objection_withdrawals w ON w.objection_id = o.id LEFT JOIN users v ON v.id = w.recorded_by`;

/** Everything that the person or company said no to, newest first, also what was taken back. */
export async function readObjections(reader: Reader, subject: Subject): Promise<ObjectionResponse[]> {
  const whose = subject.contactId === undefined ? 'o.company_id = $1' : 'o.contact_id = $1';
  const rows = await reader.read<Row>(`${select} WHERE ${whose} ORDER BY o.objected_at DESC, o.id DESC`, [
    idOf(subject),
  ]);
  return rows.map(toResponse);
}

/** @throws NotFound */
export async function readObjection(reader: Reader, id: string): Promise<ObjectionResponse> {
  const [row] = await reader.read<Row>(`${select} WHERE o.id = $1`, [id]);
  if (!row) throw new NotFound('objection');
  return toResponse(row);
}

const toResponse = (row: Row): ObjectionResponse => ({
  id: row.id,
  channel: row.channel,
  purpose: row.purpose,
  objectedAt: row.objectedAt,
  receivedVia: row.receivedVia,
  note: row.note,
  messageId: row.messageId,
  recordedAt: row.recordedAt,
  recordedBy: referenceOf(row.recordedBy, row.recordedByName),
  inForce: row.withdrawnAt === null,
  withdrawal:
    row.withdrawnAt === null
      ? null
      : {
          withdrawnAt: row.withdrawnAt,
          toldBy: row.toldBy,
          recordedBy: referenceOf(row.withdrawalBy, row.withdrawalByName),
        },
});
