import type { EntityManager } from 'typeorm';
import type { MessageToWrite } from '../message-contents.js';
import type { Addressed } from './hold.js';

/** A message whose time has come, and what is decided about it now. */
export interface DecidedMessage extends Addressed, Omit<MessageToWrite, 'links'> {
  allowed: boolean;
  law: string;
  since: Date | null;
  evidenceType: string | null;
  evidenceId: string | null;
  /** The person's first address at this moment. */
  recipient: string | null;
  attempts: number;
  createdAt: Date;
}

const due = `
  SELECT m.id, m.contact_id AS "contactId", c.company_id AS "companyId" FROM messages m JOIN contacts c ON c.id = m.contact_id
  WHERE m.status = 'waiting' AND NOT m.paused AND m.not_before <= $1
  ORDER BY m.not_before, m.id LIMIT $2 FOR UPDATE OF m SKIP LOCKED`;

/** A refusal of the profiling goes before whatever the message's own purpose allows, as when its mailing was prepared. */
const said = (column: string): string => `CASE WHEN p.allowed IS FALSE THEN p.${column} ELSE d.${column} END`;

const decide = `
  WITH due AS MATERIALIZED (SELECT m.*, m.role_reason IS NOT NULL AS reasoned FROM messages m WHERE m.id = ANY($1)),
  alike AS MATERIALIZED (SELECT channel, purpose, areas, reasoned, array_agg(DISTINCT contact_id) AS contact_ids FROM due GROUP BY 1, 2, 3, 4),
  decided AS MATERIALIZED (
    SELECT alike.channel, alike.purpose, alike.areas, alike.reasoned, d.* FROM alike
    CROSS JOIN LATERAL permission_decisions_of(alike.contact_ids, alike.channel, alike.purpose, alike.areas, alike.reasoned, $2) AS d),
  found AS MATERIALIZED (SELECT channel, profiling_purpose AS purpose, array_agg(DISTINCT contact_id) AS contact_ids FROM due
    WHERE profiling_purpose IS NOT NULL GROUP BY 1, 2),
  profiled AS MATERIALIZED (
    SELECT found.channel, found.purpose, d.* FROM found
    CROSS JOIN LATERAL permission_decisions_of(found.contact_ids, found.channel, found.purpose, NULL, false, $2) AS d)
  SELECT m.id, m.contact_id AS "contactId", c.company_id AS "companyId", m.language, m.class, m.purpose, m.origin_kind AS "originKind",
    m.origin_id AS "originId", m.author_id AS "authorId", m.sealed_content AS "sealedContent", m.attempts, m.created_at AS "createdAt",
    ${said('allowed')} AS allowed, ${said('code')} AS code, ${said('law')} AS law, ${said('since')} AS since,
    ${said('evidence_type')} AS "evidenceType", ${said('evidence_id')} AS "evidenceId", ${said('obligations')} AS obligations,
    (SELECT p.value FROM contact_points p WHERE p.contact_id = m.contact_id AND p.kind = 'email' ORDER BY p.position LIMIT 1) AS recipient
  FROM due m JOIN decided d ON d.contact_id = m.contact_id AND d.channel = m.channel AND d.purpose = m.purpose
    AND d.areas IS NOT DISTINCT FROM m.areas AND d.reasoned = m.reasoned
  LEFT JOIN profiled p ON p.contact_id = m.contact_id AND p.channel = m.channel AND p.purpose = m.profiling_purpose
  JOIN contacts c ON c.id = m.contact_id ORDER BY m.not_before, m.id`;

/** The oldest messages whose time has come, nobody else's until the transaction ends. */
export const dueMessages = (tx: EntityManager, now: Date, limit: number): Promise<Addressed[]> =>
  tx.query(due, [now, limit]);

/** What may leave at this moment, decided by the database for all at once. Call it when the addressees are held. */
export const decideAbout = (
  tx: EntityManager,
  addressed: Addressed[],
  now: Date,
): Promise<DecidedMessage[]> => tx.query(decide, [addressed.map(({ id }) => id), now]);
