import type { Channel, InteractionType, Language, LegalBasis, Role, SourceKind } from '@seloste/kernel';
import type { Clock } from '@seloste/retention';
import type { RequestKind } from '@seloste/requests';
import type { EntityManager } from 'typeorm';

/** A "no" or a "yes" in force. `since` is ISO 8601. */
interface Said {
  id: string;
  channel: Channel | 'all';
  purpose: string;
  since: string;
}

/** Everything on a person as their own page tells it. Days are `YYYY-MM-DD`, times ISO 8601. */
export interface HeldOnPerson {
  firstName: string;
  lastName: string;
  title: string | null;
  area: string | null;
  department: string | null;
  company: string | null;
  language: Language | null;
  interests: string[];
  authorisations: string[];
  restricted: boolean;
  emails: string[];
  phones: string[];
  sources: { kind: SourceKind; what: string | null; on: string }[];
  /** Legal bases of the person's own, by purpose. */
  bases: Record<string, LegalBasis>;
  objections: Said[];
  consents: (Said & { text: string; isInForce: boolean })[];
  /** The latest first, two hundred at most; words only where the person took part alone. */
  interactions: { type: InteractionType; at: string; subject: string | null; body: string | null }[];
  interactionCount: number;
  recipients: { recipient: string; purpose: string; at: string }[];
  /** By month (`YYYY-MM`) and role. */
  looks: { month: string; role: Role | 'other'; count: number }[];
  requests: {
    reference: string;
    kind: RequestKind;
    receivedOn: string;
    dueOn: string;
    closedAt: string | null;
  }[];
  clock: Clock;
}

/** @param tx acts for the person; null when they are not in the register any more */
export async function readHeld(
  tx: EntityManager,
  { contactId, clockSql, timeZone }: { contactId: string; clockSql: string; timeZone: string },
): Promise<HeldOnPerson | null> {
  const [row] = await tx.query<{ held: HeldOnPerson }[]>(selectHeld(clockSql), [contactId, timeZone]);
  return row?.held ?? null;
}

const list = (what: string, from: string, order: string): string =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object(${what}) ORDER BY ${order}), '[]') FROM ${from})`;

const points = (kind: 'email' | 'phone'): string =>
  `(SELECT coalesce(jsonb_agg(p.value ORDER BY p.position), '[]') FROM contact_points p WHERE p.contact_id = c.id AND p.kind = '${kind}')`;

const latest = `(SELECT i.id, i.type, i.occurred_at, i.subject, i.body,
    NOT EXISTS (SELECT FROM interaction_participants o WHERE o.interaction_id = i.id AND o.contact_id <> c.id) AS alone
  FROM interaction_participants p JOIN interactions i ON i.id = p.interaction_id
  WHERE p.contact_id = c.id ORDER BY p.occurred_at DESC, p.interaction_id LIMIT 200) n`;

/** Each look counts once, by the first of the looker's roles. */
const looks = `(SELECT to_char(e.occurred_at AT TIME ZONE $2, 'YYYY-MM') AS month, coalesce(r.role, 'other') AS role, count(*)::int AS count
  FROM (SELECT occurred_at, actor_id, class, actor_kind FROM audit_events WHERE subject_id = c.id
    UNION ALL SELECT occurred_at, actor_id, class, actor_kind FROM audit_events
      WHERE shown_ids @> ARRAY[c.id] AND shown_ids <> '{}' AND subject_id IS DISTINCT FROM c.id) e
  LEFT JOIN LATERAL (SELECT g.role FROM role_grants g WHERE g.user_id = e.actor_id ORDER BY g.ended_at IS NULL DESC, g.granted_at LIMIT 1) r ON true
  WHERE e.class = 'read' AND e.actor_kind = 'user' GROUP BY 1, 2) l`;

const selectHeld = (clock: string): string => `
  SELECT jsonb_build_object(
    'firstName', c.first_name, 'lastName', c.last_name, 'title', c.title, 'area', c.area_of_responsibility, 'department', c.department,
    'company', co.name, 'language', c.language, 'interests', c.interests, 'authorisations', c.authorisations, 'restricted', c.restricted,
    'emails', ${points('email')}, 'phones', ${points('phone')},
    'sources', ${list(`'kind', s.kind, 'what', s.what, 'on', s.collected_on`, 'contact_sources s WHERE s.contact_id = c.id', 's.collected_on, s.id')},
    'bases', (SELECT coalesce(jsonb_object_agg(b.purpose, b.basis), '{}') FROM contact_bases b WHERE b.contact_id = c.id),
    'objections', ${list(`'id', o.id, 'channel', o.channel, 'purpose', o.purpose, 'since', o.objected_at`, 'objections o WHERE o.contact_id = c.id AND NOT EXISTS (SELECT FROM objection_withdrawals w WHERE w.objection_id = o.id)', 'o.objected_at')},
    'consents', ${list(
      `'id', y.id, 'channel', y.channel, 'purpose', y.purpose, 'since', y.obtained_at, 'text', t.text, 'isInForce', NOT y.needs_confirmation OR f.consent_id IS NOT NULL`,
      `consents y JOIN consent_wordings t ON t.id = y.wording_id LEFT JOIN consent_confirmations f ON f.consent_id = y.id
       WHERE y.contact_id = c.id AND NOT EXISTS (SELECT FROM consent_withdrawals w WHERE w.consent_id = y.id)`,
      'y.obtained_at',
    )},
    'interactions', ${list(`'type', n.type, 'at', n.occurred_at, 'subject', CASE WHEN n.alone THEN n.subject END, 'body', CASE WHEN n.alone THEN n.body END`, latest, 'n.occurred_at DESC, n.id')},
    'interactionCount', (SELECT count(*)::int FROM interaction_participants p WHERE p.contact_id = c.id),
    'recipients', ${list(`'recipient', d.recipient, 'purpose', d.purpose, 'at', d.disclosed_at`, 'disclosures d WHERE d.contact_id = c.id', 'd.disclosed_at DESC, d.id')},
    'looks', ${list(`'month', l.month, 'role', l.role, 'count', l.count`, looks, 'l.month DESC, l.role')},
    'requests', ${list(`'reference', q.reference, 'kind', q.kind, 'receivedOn', q.received_on, 'dueOn', q.due_on, 'closedAt', q.closed_at`, 'subject_requests q WHERE q.contact_id = c.id', 'q.received_at DESC, q.id')},
    'clock', ${clock}) AS held
  FROM contacts c LEFT JOIN companies co ON co.id = c.company_id WHERE c.id = $1 AND c.erased_at IS NULL`;
