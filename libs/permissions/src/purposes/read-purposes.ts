import { NotFound, type Language } from '@seloste/kernel';
import { referenceOf, type Reader } from '@seloste/platform';
import { standardNote } from './balancing-notes.js';
import type { PurposeRecord } from './purpose.entity.js';
import type { PurposeResponse } from './purposes.dto.js';

type Row = PurposeRecord & { reviewedByName: string | null };

const select = `
  SELECT p.key, p.class, p.built_in AS "builtIn", p.name_fi AS "nameFi", p.name_sv AS "nameSv", p.name_en AS "nameEn",
    p.basis, p.balancing_note AS "balancingNote", p.review_on::text AS "reviewOn", p.reviewed_at AS "reviewedAt",
    p.reviewed_by AS "reviewedBy", u.name AS "reviewedByName", p.switched_on AS "switchedOn", p.version
  FROM purposes p LEFT JOIN users u ON u.id = p.reviewed_by`;

/** Built-in purposes come in the order of the law's strictness, the company's own after them. */
const order = `
  ORDER BY p.built_in DESC, CASE p.class WHEN 'service' THEN 0 WHEN 'marketing' THEN 1 ELSE 2 END, p.created_at, p.key`;

/** For whom purposes are read. `today` is the controller's calendar day. */
export interface PurposeReader {
  language: Language;
  today: string;
}

export async function readPurposes(reader: Reader, by: PurposeReader): Promise<PurposeResponse[]> {
  return (await reader.read<Row>(select + order)).map((row) => toResponse(row, by));
}

/** @throws NotFound */
export async function readPurpose(reader: Reader, key: string, by: PurposeReader): Promise<PurposeResponse> {
  const [row] = await reader.read<Row>(`${select} WHERE p.key = $1`, [key]);
  if (!row) throw new NotFound('purpose');
  return toResponse(row, by);
}

/** How many balancings should have been looked at again by now. `today` is the controller's calendar day. */
export async function countOverdueReviews(reader: Reader, today: string): Promise<number> {
  const [row] = await reader.read<{ n: number }>(
    `SELECT count(*)::int AS n FROM purposes WHERE basis = 'legitimate_interest' AND review_on < $1`,
    [today],
  );
  return row?.n ?? 0;
}

function toResponse(row: Row, { language, today }: PurposeReader): PurposeResponse {
  const { nameFi, nameSv, nameEn, basis, reviewOn } = row;
  const rests = basis === 'legitimate_interest';
  return {
    key: row.key,
    class: row.class,
    builtIn: row.builtIn,
    name:
      nameFi === null || nameSv === null || nameEn === null ? null : { fi: nameFi, sv: nameSv, en: nameEn },
    basis,
    balancingNote: row.balancingNote ?? (rests ? standardNote(row.key, language) : null),
    hasOwnNote: row.balancingNote !== null,
    reviewOn,
    isReviewOverdue: rests && reviewOn !== null && reviewOn < today,
    reviewedAt: row.reviewedAt,
    reviewedBy: referenceOf(row.reviewedBy, row.reviewedByName),
    switchedOn: row.switchedOn,
    version: row.version,
  };
}
