import type { Reader } from '@seloste/platform';
import type { ContactAttempt, Decision, DecisionCode, EvidenceType, Obligation } from './decision.js';

interface Row {
  contactId: string;
  allowed: boolean;
  code: DecisionCode;
  law: string;
  since: Date | null;
  evidenceType: EvidenceType | null;
  evidenceId: string | null;
  obligations: Obligation[];
}

/** What the twin of `decide` in the database says of each of these people (100,000 in a second); unknown ids are erased ones. */
export async function readDecisions(
  reader: Reader,
  contactIds: string[],
  { attempt, now }: { attempt: ContactAttempt; now: Date },
): Promise<Map<string, Decision>> {
  const { channel, purpose, areas, roleReason } = attempt;
  const rows = await reader.read<Row>(
    `SELECT d.contact_id AS "contactId", d.allowed, d.code, d.law, d.since, d.evidence_type AS "evidenceType", d.evidence_id AS "evidenceId", d.obligations
     FROM permission_decisions_of($1::uuid[], $2, $3, $4::text[], $5, $6) d`,
    [contactIds, channel, purpose, areas ?? null, (roleReason ?? '').trim() !== '', now],
  );
  return new Map(
    rows.map(({ contactId, evidenceType, evidenceId, ...decision }) => [
      contactId,
      { ...decision, evidence: evidenceType && evidenceId ? { type: evidenceType, id: evidenceId } : null },
    ]),
  );
}
