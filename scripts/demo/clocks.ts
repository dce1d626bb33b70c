import type { ClientBase } from 'pg';
import type { Random } from './random.js';
import type { AuditRow } from './rows.js';
import { dayOf } from './working-time.js';

/** What the demo's later rows are made with, once the database has set everybody's clock. */
export interface Keeping {
  client: ClientBase;
  random: Random;
  /** The instant that everything is relative to, in milliseconds. */
  now: number;
  /** Adds to the record of acts; by nobody: the product itself. */
  record: (event: Pick<AuditRow, 'action' | 'subject_type' | 'subject_id' | 'fields'>, by: Act) => void;
}

export interface Act {
  at: string;
  by: string | null;
}

/** Whose review was to come more than a year after the last one had it in between; a few have it this week. */
const reviews = `
  WITH late AS (
    SELECT c.id, c.retention_ground, c.retention_rule_version, c.retention_reviewed_on, u.id AS reviewer, u.language,
      row_number() OVER (ORDER BY c.id) AS n, abs(hashtext(c.id::text)) AS chance
    FROM contacts c JOIN users u ON u.id = coalesce(c.owner_id, c.created_by)
    WHERE c.retention_review_on <= $1::date
  ), looked_at AS (
    SELECT l.*, CASE WHEN n % 200 = 1 THEN ($1::date + (n / 200 % 7)::int - interval '12 months')::date
      ELSE $1::date - 9 - (chance % 330) END AS day FROM late l
  )
  INSERT INTO retention_reviews (id, contact_id, ground, rule_version, note, reviewed_on, reviewed_at, reviewed_by)
  SELECT gen_random_uuid(), id, retention_ground, retention_rule_version,
    CASE language WHEN 'sv' THEN 'Avtalet gäller och personen är fortfarande vår kontakt.'
      WHEN 'en' THEN 'The contract is in force, and this is still whom we deal with.'
      ELSE 'Sopimus on voimassa, ja henkilö on edelleen yhteyshenkilömme.' END,
    day, day + time '06:30' + make_interval(mins => chance % 480), reviewer
  FROM looked_at WHERE day > retention_reviewed_on
  RETURNING contact_id, reviewed_at, reviewed_by`;

/** Chats and forms whose time is over have lost their contents, in the night after. */
const redacted = `
  UPDATE interactions SET subject = NULL, body = NULL, version = version + 1,
    redacted_at = date_trunc('day', occurred_at) + interval '12 months' + interval '1 day 1 hour 7 minutes'
  WHERE type IN ('chat', 'form') AND occurred_at < $1::date - interval '12 months'`;

/** Who is about to go, one at a company of their own: nobody else is held with them. */
const leaving = `
  SELECT DISTINCT ON (c.company_id) c.id FROM contacts c
  WHERE c.retention_ground = $2 AND c.retention_due_on BETWEEN $1::date + $3::int AND $1::date + $4::int AND c.archived_at IS NULL
  ORDER BY c.company_id, c.id LIMIT 1`;

/** Ground of a hold, whom it is about (the rule, and in how many days they go at the least and the most), and what it says. */
interface MadeHold {
  ground: string;
  of: [rule: string, from: number, to: number];
  document: string | null;
  reason: string;
  categories: string[];
  /** Days from now. */
  reviewIn: number | null;
  placedDaysAgo: number;
}

const proof = ['identity', 'company_details', 'billing'];
const dealt = ['identity', 'contact_details', 'work_role', 'company_details', 'communication'];

const holds: readonly MadeHold[] = [
  {
    ground: 'accounting_voucher',
    of: ['former_customers', 5, 40],
    document: 'Myyntilasku 2025-1187',
    reason: 'Henkilö on laskun tilaaja ja yhteyshenkilö.',
    categories: proof,
    reviewIn: null,
    placedDaysAgo: 34,
  },
  {
    ground: 'dispute',
    of: ['former_customers', 41, 90],
    document: null,
    reason: 'Reklamaatio vesivahingosta on vakuutusyhtiön käsiteltävänä.',
    categories: [...dealt, 'billing'],
    reviewIn: 3,
    placedDaysAgo: 178,
  },
  {
    ground: 'open_deal',
    of: ['prospects', 5, 45],
    document: 'Tarjous 2026-342',
    reason: 'Tarjous on voimassa vuodenvaihteeseen, ja päätös tehdään joulukuussa.',
    categories: dealt,
    reviewIn: 38,
    placedDaysAgo: 12,
  },
];

async function confirm({ client, now, record }: Keeping): Promise<void> {
  const { rows } = await client.query<{ contact_id: string; reviewed_at: Date; reviewed_by: string }>(
    reviews,
    [dayOf(now)],
  );
  for (const { contact_id, reviewed_at, reviewed_by } of rows)
    record(
      {
        action: 'retention_review.record',
        ...{ subject_type: 'contact', subject_id: contact_id },
        fields: ['ground', 'note'],
      },
      { at: reviewed_at.toISOString(), by: reviewed_by },
    );
}

async function hold({ client, random, now, record }: Keeping, made: MadeHold, by: string): Promise<void> {
  const [rule, from, to] = made.of;
  const { rows } = await client.query<{ id: string }>(leaving, [dayOf(now), rule, from, to]);
  const [person] = rows;
  if (!person) return;
  const placed = new Date(now - made.placedDaysAgo * 86_400_000);
  const at = placed.toISOString();
  const year = placed.getUTCFullYear() - 1;
  const isVoucher = made.ground === 'accounting_voucher';
  await client.query(
    `INSERT INTO holds (id, contact_id, ground, document, reason, financial_year_ended_on, until, review_on, categories, placed_on, placed_at, placed_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[random.id(placed), person.id, made.ground, made.document, made.reason],
      ...(isVoucher ? [`${year}-12-31`, `${year + 6}-12-31`] : [null, null]),
      made.reviewIn === null ? null : dayOf(now + made.reviewIn * 86_400_000),
      ...[made.categories, dayOf(placed.getTime()), at, by],
    ],
  );
  const subject = { subject_type: 'contact', subject_id: person.id };
  record({ action: 'hold.place', ...subject, fields: ['ground', 'reason', 'categories'] }, { at, by });
}

/** Grounds were looked at, contents went when their time was over, and a few people are held. */
export async function keepClocks(keeping: Keeping, officer: string): Promise<void> {
  await keeping.client.query(redacted, [dayOf(keeping.now)]);
  await confirm(keeping);
  for (const made of holds) await hold(keeping, made, officer);
}
