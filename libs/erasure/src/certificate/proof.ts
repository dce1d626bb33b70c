import type { Reader } from '@seloste/platform';
import { hashOf } from './certificate.js';

/** Under which name a certificate's hash stands among the fields of its event. */
export const hashField = 'certificate_sha256:';

/** Where a certificate stands in the record of acts, and whether both say the same. */
export class CertificateProof {
  /** The event that names the certificate's hash. */
  eventId!: string;
  /** Its place in the chain and the chain's hash there; null for the second until it is linked. */
  seq!: number | null;
  chainHash!: string | null;
  /** Are the certificate and its hash what went on record? */
  isIntact!: boolean;
}

const event = `
  SELECT e.id AS "eventId", e.fields, l.seq::int AS seq, encode(l.hash, 'hex') AS "chainHash"
  FROM audit_events e LEFT JOIN audit_links l ON l.event_id = e.id
  WHERE e.subject_id = $1 AND e.action = 'erasure.complete' ORDER BY e.id DESC LIMIT 1`;

/** Compares a certificate with what went on record. Null before it is issued, and when its event was pruned. */
export async function proofOf(
  reader: Reader,
  {
    id,
    certificate,
    certificateHash,
  }: { id: string; certificate: object | null; certificateHash: string | null },
): Promise<CertificateProof | null> {
  if (certificate === null) return null;
  const [found] = await reader.read<Omit<CertificateProof, 'isIntact'> & { fields: string[] }>(event, [id]);
  if (!found) return null;
  const { fields, ...place } = found;
  const hash = hashOf(certificate);
  return { ...place, isIntact: hash === certificateHash && fields.includes(`${hashField}${hash}`) };
}
