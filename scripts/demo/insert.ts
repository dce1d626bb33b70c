import type { ClientBase } from 'pg';
import { newId } from '@seloste/kernel';
import { defaultUndertaking } from '../../libs/identity/src/undertaking/default-text.js';
import { type Act, keepClocks } from './clocks.js';
import { purge } from './purged.js';
import { Random } from './random.js';
import type { AuditRow, DemoData, UserRow } from './rows.js';

/** Large enough that a statement's own costs vanish, small enough that its JSON stays below some ten megabytes. */
const rowsPerStatement = 5_000;

async function insertRows<Row extends object>(
  client: ClientBase,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  for (let from = 0; from < rows.length; from += rowsPerStatement)
    await client.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
      [JSON.stringify(rows.slice(from, from + rowsPerStatement))],
    );
}

async function insertTeams(client: ClientBase, users: readonly UserRow[]): Promise<void> {
  const at = users[0]?.created_at;
  const teams = [...new Set(users.map(({ team }) => team))].map((name) => ({ id: newId(), name }));
  await insertRows(
    client,
    'teams',
    teams.map((team) => ({ ...team, version: 1, created_at: at, updated_at: at })),
  );
  const idOf = new Map(teams.map(({ id, name }) => [name, id]));
  await insertRows(
    client,
    'team_members',
    users.map(({ id, team }) => ({ id: newId(), team_id: idOf.get(team), user_id: id, joined_at: at })),
  );
}

/** The staff began by promising to keep what they see to themselves. */
async function insertUndertaking(
  client: ClientBase,
  company: string,
  users: readonly UserRow[],
): Promise<void> {
  const id = newId();
  const texts = defaultUndertaking(company);
  await insertRows(client, 'undertakings', [
    { id, version: 1, ...texts, published_at: users[0]?.created_at },
  ]);
  await insertRows(
    client,
    'undertaking_receipts',
    users.map(({ id: user_id, language, created_at: accepted_at }) => ({
      ...{ id: newId(), user_id, undertaking_id: id, language, accepted_at },
    })),
  );
}

/** What follows from the clocks, which the database has set by now. @returns the acts, for the record */
async function insertKeeping(
  client: ClientBase,
  { users, audit }: DemoData,
  now: number,
): Promise<AuditRow[]> {
  const random = new Random(now % 2 ** 31);
  const events: AuditRow[] = [];
  const keeping = {
    ...{ client, random, now },
    record: (event: Pick<AuditRow, 'action' | 'subject_type' | 'subject_id' | 'fields'>, { at, by }: Act) => {
      const actor =
        by === null
          ? { actor_kind: 'system' as const, actor_name: 'retention.run' }
          : { actor_kind: 'user' as const, actor_name: null };
      const id = random.id(new Date(at));
      events.push({ id, occurred_at: at, ...actor, actor_id: by, ...event, request_id: 'demo' });
    },
  };
  const officer = users.find(({ roles }) => roles.length === 1 && roles[0] === 'privacy_officer');
  if (!officer) return audit;
  await client.query('ANALYZE'); // nobody has counted the rows of this transaction yet
  await keepClocks(keeping, officer.id);
  await purge(keeping, officer.id);
  return [...audit, ...events].sort((a, b) => a.occurred_at.localeCompare(b.occurred_at));
}

/** Writes everything with bulk statements, in an order that the references allow. The caller has begun a transaction. */
export async function insertDemo(
  client: ClientBase,
  data: DemoData,
  { passwordHash, now }: { passwordHash: string; now: Date },
): Promise<void> {
  const { created_at: at, ...controller } = data.controller;
  await insertRows(client, 'controllers', [{ ...controller, created_at: at, updated_at: at, version: 1 }]);
  const users = data.users.map(({ roles: _, team: __, ...user }) => ({
    ...user,
    password_hash: passwordHash,
    theme: 'auto',
    kind: 'staff',
    version: 1,
    updated_at: user.created_at,
  }));
  await insertRows(client, 'users', users);
  await insertRows(
    client,
    'role_grants',
    data.users.flatMap(({ id, roles, created_at: at }) =>
      roles.map((role) => ({
        id: newId(),
        user_id: id,
        role,
        granted_at: at,
        starts_at: at,
        reason: 'Työtehtävä (esittely)',
      })),
    ),
  );
  await insertTeams(client, data.users);
  await insertUndertaking(client, data.controller.name, data.users);
  await insertRows(client, 'companies', data.companies);
  await insertRows(client, 'company_addresses', data.addresses);
  await insertRows(client, 'company_products', data.products);
  await insertRows(client, 'contacts', data.contacts);
  // The digests are filled with the key, which is not the database's to know.
  await insertRows(
    client,
    'contact_points',
    data.points.map((point) => ({ ...point, digest: '' })),
  );
  await insertRows(client, 'employments', data.employments);
  await insertRows(client, 'contact_sources', data.sources);
  await insertRows(client, 'contact_bases', data.bases);
  await insertRows(client, 'interactions', data.interactions);
  await insertRows(client, 'interaction_participants', data.participants);
  await insertRows(client, 'interaction_revisions', data.revisions);
  await insertPermissions(client, data);
  await insertRows(client, 'templates', data.mail.templates);
  await insertRows(client, 'template_versions', data.mail.versions);
  await insertRows(client, 'template_contents', data.mail.contents);
  await insertRows(client, 'segments', data.mail.segments);
  await insertRows(client, 'mailings', data.mail.mailings);
  await insertRows(client, 'audit_events', await insertKeeping(client, data, now.getTime()));
}

/** Objections, consents and sales; and everybody who has been in the register for a month has been told of it, but a few. */
async function insertPermissions(client: ClientBase, { permissions, audit }: DemoData): Promise<void> {
  await insertRows(client, 'consent_wordings', permissions.wordings);
  await insertRows(client, 'consents', permissions.consents);
  await insertRows(client, 'consent_withdrawals', permissions.withdrawals);
  await insertRows(client, 'objections', permissions.objections);
  await insertRows(client, 'sale_references', permissions.sales);
  await client.query(
    `UPDATE notice_duties SET discharged_at = arisen_at + interval '9 days', discharged_via = 'notice_mail'
     WHERE arisen_at < $1::timestamptz - interval '20 days' AND substr(contact_id::text, 35) <> '77'`,
    [audit.at(-1)?.occurred_at],
  );
}
