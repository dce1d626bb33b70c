import { hashOf } from '../../libs/erasure/src/certificate/certificate.js';
import { hashField } from '../../libs/erasure/src/certificate/proof.js';
import type { Act, Keeping } from './clocks.js';
import { day, dayOf, partsOf, startOfDay } from './working-time.js';

/** When a night's purge begins: seven minutes past three in Finland. */
const hour = 3_600_000;
const purgeHour = 3 * hour + 7 * 60_000;

/** Somebody with colleagues, of whom nothing was written: where they were, nobody else has to be looked at. */
const forgettable = `
  SELECT c.id FROM contacts c
  WHERE c.retention_ground = $1 AND c.erased_at IS NULL AND c.archived_at IS NULL
    AND (SELECT count(*) FROM contacts o WHERE o.company_id = c.company_id) > 2
    AND NOT EXISTS (SELECT FROM interaction_participants p WHERE p.contact_id = c.id)
    AND NOT EXISTS (SELECT FROM consents p WHERE p.contact_id = c.id) AND NOT EXISTS (SELECT FROM objections p WHERE p.contact_id = c.id)
    AND NOT EXISTS (SELECT FROM sale_references p WHERE p.contact_id = c.id) AND NOT EXISTS (SELECT FROM holds p WHERE p.contact_id = c.id)
    AND NOT EXISTS (SELECT FROM interactions i WHERE i.company_id = c.company_id AND i.body LIKE '%' || left(c.last_name, 4) || '%')
  ORDER BY c.id LIMIT 1`;

const gone: readonly (readonly [table: string, done: string, sql: string])[] = [
  ...['contact_points', 'contact_bases', 'employments'].map(
    (table) => [table, 'delete_row', `DELETE FROM ${table} WHERE contact_id = $1`] as const,
  ),
  [
    'contact_sources',
    'redact',
    `UPDATE contact_sources SET what = '—', collected_on = date_trunc('month', collected_on) WHERE contact_id = $1`,
  ],
  ['notice_duties', 'redact', `UPDATE notice_duties SET note = NULL WHERE contact_id = $1`],
];

/** The person is as an erasure leaves them. */
const pseudonymised = `
  UPDATE contacts SET first_name = '', last_name = $2, title = NULL, area_of_responsibility = NULL, department = NULL, language = NULL,
    authorisations = '{}', interests = '{}', erased_at = $3, archived_at = $3, updated_at = $3, version = version + 1
  WHERE id = $1`;

interface Night {
  id: string;
  at: number;
}

interface Gone {
  ground: 'request' | 'retention';
  rule: string;
  at: number;
  by: Act['by'];
  pseudonym: string;
  run: string | null;
}

/** @returns whose, and the erasure's id; null where nobody can be forgotten so easily */
async function erase(
  { client, random, record }: Keeping,
  { ground, rule, at, by, pseudonym, run }: Gone,
): Promise<{ person: string; erasure: string } | null> {
  const { rows } = await client.query<{ id: string }>(forgettable, [rule]);
  const person = rows[0]?.id;
  if (!person) return null;
  const counts: Record<string, Record<string, number>> = { contacts: { pseudonymise: 1 } };
  for (const [table, done, sql] of gone) {
    const { rowCount } = await client.query(sql, [person]);
    if (rowCount) counts[table] = { [done]: rowCount };
  }
  const instant = (ms: number) => new Date(at + ms).toISOString();
  const [requestedAt, executedAt, completedAt] = [instant(0), instant(240), instant(1130)];
  await client.query(pseudonymised, [person, pseudonym, executedAt]);
  const scan = { tables: 100, columns: 415, files: 2, interactions: 'all', scannedAt: instant(1100) };
  const erasure = random.id(new Date(at));
  const certificate = {
    ...{ version: 1, erasureId: erasure, ground, manner: 'pseudonymised' },
    ...{ requestedAt, executedAt, completedAt, counts, holds: [] },
    mentions: { replaced: 0, decidedToReplace: 0, decidedToKeep: 0 },
    scan: { ...scan, found: 0 },
  };
  const hash = hashOf(certificate);
  await client.query(
    `INSERT INTO erasures (id, contact_id, run_id, ground, status, requested_at, requested_by, manner, pseudonym, counts, executed_at, completed_at, certificate, certificate_hash, scan)
     VALUES ($1, $2, $3, $4, 'complete', $5, $6, 'pseudonymised', $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[erasure, person, run, ground, requestedAt, by, pseudonym, counts],
      ...[executedAt, completedAt, certificate, hash, { ...scan, found: [], unread: [] }],
    ],
  );
  const subject = { subject_type: 'erasure', subject_id: erasure };
  record(
    { action: 'erasure.complete', ...subject, fields: [`${hashField}${hash}`] },
    { at: completedAt, by },
  );
  return { person, erasure };
}

interface ThingRule {
  key: string;
  covers: string;
  action: string;
  version: number;
}

/** One row for each kind of thing; the chats and forms of a day a year ago were so many. */
async function thingsOf({ client }: Keeping, asOf: string): Promise<(ThingRule & { counted: number })[]> {
  const { rows } = await client.query<ThingRule & { counted: number }>(
    `SELECT r.key, r.covers, r.action, r.version, (SELECT count(*) FROM interactions i WHERE i.type = r.interaction_type
       AND i.redacted_at IS NOT NULL AND i.occurred_at::date = $1::date - interval '12 months' - interval '1 day')::int AS counted
     FROM retention_rules r WHERE r.covers <> 'people' ORDER BY r.covers, r.key`,
    [asOf],
  );
  return rows;
}

async function recordRun(
  keeping: Keeping,
  { id, at }: Night,
  erased: { person: string; erasure: string } | null,
): Promise<void> {
  const { client, random } = keeping;
  const asOf = dayOf(at);
  const instant = (ms: number) => new Date(at + ms).toISOString();
  const things = await thingsOf(keeping, asOf);
  const finishedAt = instant(3480);
  const items = things.map(({ key, covers, action, version, counted }) => ({
    ...{ subject_type: covers, subject_id: null, rule_key: key, rule_version: version, action, counted },
    ...{ start: null, started_on: null, due_on: null, erasure_id: null },
  }));
  const yesterday = dayOf(at - day);
  const people = erased
    ? [
        {
          ...{ subject_type: 'contact', subject_id: erased.person, erasure_id: erased.erasure },
          ...{ rule_key: 'withdrawn', rule_version: 1, action: 'erase', counted: 1 },
          ...{ start: 'objected', started_on: yesterday, due_on: yesterday },
        },
      ]
    : [];
  const all = [...people, ...items].map((item) => ({
    ...item,
    ...{ run_id: id, id: random.id(new Date(at)), ground: 'retention', outcome: 'done', code: null },
    done_at: finishedAt,
  }));
  const rules = all.map(({ subject_type, rule_key, ground, action, outcome, counted }) => ({
    ...{ subjectType: subject_type, ruleKey: rule_key, ground, action, outcome, count: counted },
  }));
  const none = { pending: 0, held: 0, waiting: 0, failed: 0, left: 0 };
  await client.query(
    `INSERT INTO retention_runs (id, kind, dry_run, status, requested_at, as_of, started_at, progressed_at, finished_at, rule_versions, counts, durations)
     VALUES ($1, 'nightly', false, 'complete', $2, $3, $4, $5, $5, (SELECT jsonb_object_agg(key, version) FROM retention_rules), $6, $7)`,
    [
      ...[id, instant(0), asOf, instant(310), finishedAt],
      ...[
        { people: { ...none, done: people.length }, rules },
        { planning: 190, people: 1410 * people.length, things: 620 },
      ],
    ],
  );
  await client.query(
    `INSERT INTO retention_run_items SELECT r.* FROM jsonb_populate_recordset(NULL::retention_run_items, $1) r`,
    [JSON.stringify(all)],
  );
}

/** The start of the last purge before `now`. */
function lastNight(now: number): number {
  const today = startOfDay(now) + purgeHour;
  return today + 10_000 < now ? today : startOfDay(startOfDay(now) - 6 * hour) + purgeHour;
}

/** One person was erased because they asked, one by last night's purge; both with certificates. */
export async function purge(keeping: Keeping, officer: string): Promise<void> {
  const { random, now } = keeping;
  const asked = startOfDay(now - 9 * day) + 11.4 * hour;
  const isWeekend = [0, 6].includes(partsOf(asked).weekday);
  await erase(keeping, {
    ...{ ground: 'request', rule: 'customers', at: isWeekend ? asked - 2 * day : asked, by: officer },
    ...{ pseudonym: 'K4TX-92HM', run: null },
  });
  const at = lastNight(now);
  const night = { id: random.id(new Date(at)), at };
  const erased = await erase(keeping, {
    ...{ ground: 'retention', rule: 'former_customers', at: at + 900, by: null },
    ...{ pseudonym: 'W7PR-3CQD', run: night.id },
  });
  await recordRun(keeping, night, erased);
}
