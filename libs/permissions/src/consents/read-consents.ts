import { NotFound } from '@seloste/kernel';
import { Conditions, referenceOf, type Reader } from '@seloste/platform';
import type { ConsentWithdrawal } from './consent-withdrawal.entity.js';
import type { ConsentWording } from './consent-wording.entity.js';
import type { Consent } from './consent.entity.js';
import type {
  ConsentResponse,
  ConsentWordingQuery,
  ConsentWordingResponse,
  SaleReferenceResponse,
} from './consents.dto.js';
import type { SaleReference } from './sale-reference.entity.js';

type Row = Consent &
  Pick<ConsentWithdrawal, 'receivedVia'> & {
    recordedByName: string | null;
    version: number;
    text: string;
    createdAt: Date;
    confirmedAt: Date | null;
    withdrawnAt: Date | null;
    withdrawalNote: string | null;
    withdrawalBy: string | null;
    withdrawalByName: string | null;
  };

const select = `
  SELECT c.id, c.channel, c.purpose, c.language, c.wording_id AS "wordingId", t.version, t.text, t.created_at AS "createdAt",
    c.obtained_at AS "obtainedAt", c.obtained_via AS "obtainedVia", c.note, c.needs_confirmation AS "needsConfirmation",
    f.confirmed_at AS "confirmedAt", c.recorded_at AS "recordedAt", c.recorded_by AS "recordedBy", u.name AS "recordedByName",
    w.withdrawn_at AS "withdrawnAt", w.received_via AS "receivedVia", w.note AS "withdrawalNote",
    w.recorded_by AS "withdrawalBy", v.name AS "withdrawalByName"
  FROM consents c JOIN consent_wordings t ON t.id = c.wording_id LEFT JOIN users u ON u.id = c.recorded_by
    LEFT JOIN consent_confirmations f ON f.consent_id = c.id
    LEFT JOIN consent_withdrawals w ON w.consent_id = c.id LEFT JOIN users v ON v.id = w.recorded_by`;

/** Everything that the person said yes to, newest first, also what was withdrawn. */
export async function readConsents(reader: Reader, contactId: string): Promise<ConsentResponse[]> {
  const rows = await reader.read<Row>(
    `${select} WHERE c.contact_id = $1 ORDER BY c.obtained_at DESC, c.id DESC`,
    [contactId],
  );
  return rows.map(toResponse);
}

/** @throws NotFound */
export async function readConsent(reader: Reader, contactId: string, id: string): Promise<ConsentResponse> {
  const [row] = await reader.read<Row>(`${select} WHERE c.contact_id = $1 AND c.id = $2`, [contactId, id]);
  if (!row) throw new NotFound('consent');
  return toResponse(row);
}

const toResponse = (row: Row): ConsentResponse => ({
  id: row.id,
  channel: row.channel,
  purpose: row.purpose,
  wording: {
    id: row.wordingId,
    purpose: row.purpose,
    language: row.language,
    version: row.version,
    text: row.text,
    createdAt: row.createdAt,
  },
  language: row.language,
  obtainedAt: row.obtainedAt,
  obtainedVia: row.obtainedVia,
  note: row.note,
  needsConfirmation: row.needsConfirmation,
  confirmedAt: row.confirmedAt,
  recordedAt: row.recordedAt,
  recordedBy: referenceOf(row.recordedBy, row.recordedByName),
  withdrawnAt: row.withdrawnAt,
  withdrawal:
    row.withdrawnAt === null
      ? null
      : {
          receivedVia: row.receivedVia,
          note: row.withdrawalNote,
          recordedBy: referenceOf(row.withdrawalBy, row.withdrawalByName),
        },
  inForce: row.withdrawnAt === null && (!row.needsConfirmation || row.confirmedAt !== null),
});

/** The company's wordings, the newest version of each language first. */
export function readWordings(
  reader: Reader,
  { purpose, language }: ConsentWordingQuery,
): Promise<ConsentWordingResponse[]> {
  const conditions = new Conditions(['true']);
  conditions.add(purpose, (p) => `purpose = ${p}`);
  conditions.add(language, (p) => `language = ${p}`);
  return reader.read<ConsentWording>(
    `SELECT id, purpose, language, version, text, created_at AS "createdAt" FROM consent_wordings
     WHERE ${conditions.where.join(' AND ')} ORDER BY purpose, language, version DESC`,
    conditions.parameters,
  );
}

/** The sales with which the person's address came, latest first; one of them where `id` says which. */
export async function readSaleReferences(
  reader: Reader,
  contactId: string,
  id: string | null = null,
): Promise<SaleReferenceResponse[]> {
  const rows = await reader.read<SaleReference & { recordedByName: string | null }>(
    `SELECT s.id, s.reference, s.product, s.sold_on::text AS "soldOn", s.opt_out_offered_on::text AS "optOutOfferedOn",
       s.recorded_at AS "recordedAt", s.recorded_by AS "recordedBy", u.name AS "recordedByName"
     FROM sale_references s LEFT JOIN users u ON u.id = s.recorded_by
     WHERE s.contact_id = $1 AND ($2::uuid IS NULL OR s.id = $2) ORDER BY s.sold_on DESC, s.id DESC`,
    [contactId, id],
  );
  return rows.map(({ recordedBy, recordedByName, ...sale }) => ({
    id: sale.id,
    reference: sale.reference,
    product: sale.product,
    soldOn: sale.soldOn,
    optOutOfferedOn: sale.optOutOfferedOn,
    recordedAt: sale.recordedAt,
    recordedBy: referenceOf(recordedBy, recordedByName),
  }));
}
