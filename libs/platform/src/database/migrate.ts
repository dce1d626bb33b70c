import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { DataSource } from 'typeorm';
import { BadConfiguration } from '../config/app-config.js';
import type { MasterKey } from '../config/master-key.js';
import { installJobs } from '../jobs/install.js';
import { appRoleOf } from './connection.js';
import { eraserRoleOf, grantEraser } from './eraser-role.js';
import { locks } from './locks.js';

/** Tables of evidence: the app's role may add rows and read them, never change or remove one (design §1, GDPR Art. 5(2)). */
export const appendOnlyTables = [
  'audit_events',
  'audit_links',
  'interaction_revisions',
  'privacy_acts',
  'undertakings',
  'undertaking_receipts',
  'objections',
  'objection_withdrawals',
  'consent_wordings',
  'consents',
  'consent_confirmations',
  'consent_withdrawals',
  'sale_references',
  'retention_rule_versions',
  'retention_reviews',
  'holds',
  'hold_releases',
  'hold_reviews',
  'retention_extensions',
  'erased_returns',
  'subject_request_events',
  'request_letters',
  'breach_events',
] as const;

/** Tables that only the owner touches. */
const ownerTables = ['migrations'];

/** Explicit-SQL migrations, oldest first. */
export type MigrationClass = new () => { up: unknown; down: unknown };

/**
 * Brings the database named by the owner's URL to the newest schema, and gives the app's limited role exactly its
 * rights. Safe to call from any number of processes at once, and again at every start.
 * @throws BadConfiguration with one sentence when the server cannot serve: unreachable, too old, or without the rights.
 */
export async function migrate(
  ownerUrl: string,
  masterKey: MasterKey,
  migrations: MigrationClass[],
): Promise<void> {
  const owner = await connect(ownerUrl);
  try {
    await checkServer(owner);
    // Every process that migrates queues up here.
    await owner.query('SELECT pg_advisory_lock($1)', [locks.migration]);
    await runMigrations(ownerUrl, migrations);
    await installJobs(ownerUrl);
    await grantAppRole(owner, ownerUrl, masterKey);
  } finally {
    await owner.end();
  }
}

async function connect(ownerUrl: string): Promise<Client> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { hostname, port, pathname } = new URL(ownerUrl);
    const code = (error as { code?: string }).code ?? 'no answer';
    throw new BadConfiguration(
      `PostgreSQL at ${hostname}:${port || '5432'}${pathname} does not let us in (${code}): check that it runs and that DATABASE_URL names an existing database, user and password.`,
    );
  }
}

async function checkServer(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ version: number; may: boolean }>(
    `SELECT current_setting('server_version_num')::int AS version, rolsuper OR rolcreaterole AS may
     FROM pg_roles WHERE rolname = current_user`,
  );
  const [server] = rows;
  if (!server || server.version < 150_000)
    throw new BadConfiguration('DATABASE_URL names a PostgreSQL older than 15: use version 15 or newer.');
  if (!server.may)
    throw new BadConfiguration(
      'The user in DATABASE_URL may not create roles: as an administrator run ALTER ROLE … CREATEROLE for it.',
    );
}

async function runMigrations(ownerUrl: string, migrations: MigrationClass[]): Promise<void> {
  const dataSource = new DataSource({ type: 'postgres', url: ownerUrl, migrations, poolSize: 1 });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await dataSource.destroy();
  }
}

/**
 * Gives the app's limited role exactly its rights, making the role when it is missing. Rights are data of this
 * function, not of the migrations: whatever a migration adds, the next start grants rightly.
 */
export async function grantAppRole(owner: Client, ownerUrl: string, masterKey: MasterKey): Promise<void> {
  const name = appRoleOf(ownerUrl);
  const role = escapeIdentifier(name);
  const password = escapeLiteral(masterKey.derive(`database role ${name}`));
  const { rowCount } = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  const tables = (list: readonly string[]) => list.map((table) => `public.${table}`).join(', ');
  await owner.query('BEGIN');
  await owner.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${role} LOGIN PASSWORD ${password}`);
  await owner.query(`
    GRANT USAGE ON SCHEMA public, pgboss TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, pgboss TO ${role};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public, pgboss TO ${role};
    REVOKE UPDATE, DELETE, TRUNCATE ON ${tables(appendOnlyTables)} FROM ${role};
    REVOKE ALL ON ${tables(ownerTables)} FROM ${role};
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  `);
  const database = decodeURIComponent(new URL(ownerUrl).pathname.slice(1));
  await grantEraser(owner, database, role);
  await grantFunctions(owner, [role, escapeIdentifier(eraserRoleOf(database))]);
  await owner.query('COMMIT');
}

/**
 * PostgreSQL lets everybody who may log in run a new function, and some of ours see past row-level security: they are
 * the app's and the eraser's alone. Those of extensions stay everybody's.
 */
async function grantFunctions(owner: Client, roles: string[]): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(`
    SELECT p.oid::regprocedure::text AS name FROM pg_proc p
    WHERE p.pronamespace::regnamespace::text IN ('public', 'pgboss') AND pg_has_role(p.proowner, 'USAGE')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  `);
  if (rows.length === 0) return;
  const ours = rows.map(({ name }) => name).join(', ');
  await owner.query(
    `REVOKE EXECUTE ON ROUTINE ${ours} FROM PUBLIC; GRANT EXECUTE ON ROUTINE ${ours} TO ${roles.join(', ')};`,
  );
}
