import type { Language } from '@seloste/kernel';
import { clockColumn, reasonOf, type Clock } from '@seloste/retention';
import type { EntityManager } from 'typeorm';
import { coverWords } from '../words/cover-words.js';

/** A part of what the law wants told besides the data: a heading and its lines. */
export interface CoverPart {
  heading: string;
  lines: string[];
}

interface Facts {
  company: string;
  businessId: string | null;
  postalAddress: string | null;
  purposes: { purpose: string; basis: string | null }[];
  sources: { kind: string; what: string; on: string }[];
  recipients: { recipient: string; purpose: string; at: string }[];
  viewers: { role: string; looks: number }[];
  clock: Clock | null;
}

/** Who looked by role: never who by name (CJEU C-579/21). */
const sql = `
  SELECT json_build_object(
    'company', k.name, 'businessId', k.business_id, 'postalAddress', k.postal_address,
    'purposes', coalesce((SELECT json_agg(json_build_object('purpose', coalesce(p.LANGUAGE, b.purpose), 'basis', b.basis) ORDER BY b.purpose)
      FROM contact_bases b LEFT JOIN (SELECT key, name_fi AS fi, name_sv AS sv, name_en AS en FROM purposes) p ON p.key = b.purpose
      WHERE b.contact_id = $1), '[]'),
    'sources', coalesce((SELECT json_agg(json_build_object('kind', s.kind, 'what', s.what, 'on', s.collected_on) ORDER BY s.id)
      FROM contact_sources s WHERE s.contact_id = $1), '[]'),
    'recipients', coalesce((SELECT json_agg(json_build_object('recipient', d.recipient, 'purpose', d.purpose, 'at', d.disclosed_at::date) ORDER BY d.id)
      FROM disclosures d WHERE d.contact_id = $1), '[]'),
    'viewers', coalesce((SELECT json_agg(v) FROM (
      SELECT coalesce(g.role, '-') AS role, count(*)::int AS looks FROM audit_events e
      LEFT JOIN LATERAL (SELECT r.role FROM role_grants r WHERE r.user_id = e.actor_id AND r.starts_at <= e.occurred_at
        ORDER BY r.starts_at DESC LIMIT 1) g ON true
      WHERE e.actor_kind = 'user' AND (e.subject_id = $1 OR e.shown_ids @> ARRAY[$1]::uuid[]) GROUP BY 1 ORDER BY 1) v), '[]'),
    'clock', ${clockColumn('c')}) AS facts
  FROM contacts c CROSS JOIN controllers k WHERE c.id = $1`;

/** Everything that Art. 15(1), (2) wants told, of this person, in their language. */
export async function coverOf(
  tx: EntityManager,
  contactId: string,
  language: Language,
): Promise<{ title: string; parts: CoverPart[] }> {
  const [row] = await tx.query<{ facts: Facts }[]>(sql.replace('p.LANGUAGE', `p.${language}`), [contactId]);
  const words = coverWords[language];
  if (!row) return { title: words.title, parts: [] };
  const { facts } = row;
  const or = (lines: string[]): string[] => (lines.length === 0 ? [words.none] : lines);
  const { company, businessId, postalAddress, clock } = facts;
  return {
    title: words.title,
    parts: [
      { heading: words.who, lines: [company, businessId, postalAddress].filter((line) => line !== null) },
      {
        heading: words.why,
        lines: or(
          facts.purposes.map(
            ({ purpose, basis }) =>
              `${words.purposes[purpose] ?? purpose}: ${words.bases[basis ?? ''] ?? basis ?? '–'}`,
          ),
        ),
      },
      {
        heading: words.whence,
        lines: or(
          facts.sources.map(({ kind, what, on }) => `${words.sources[kind] ?? kind}: ${what} (${on})`),
        ),
      },
      {
        heading: words.recipients,
        lines: or(facts.recipients.map(({ recipient, purpose, at }) => `${recipient} (${purpose}, ${at})`)),
      },
      {
        heading: words.viewers,
        lines: or(facts.viewers.map(({ role, looks }) => `${words.roles[role] ?? role}: ${looks}`)),
      },
      { heading: words.until, lines: clock?.start ? [reasonOf(clock, language)] : [words.none] },
      { heading: words.rights, lines: words.rightsLines },
      { heading: words.automated, lines: [words.automatedNone] },
    ],
  };
}
