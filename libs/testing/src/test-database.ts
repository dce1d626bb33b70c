import { randomBytes } from 'node:crypto';
import { grantAppRole, MasterKey, migrate } from '@seloste/platform';
import { migrations } from '@seloste/migrations';
import { Client } from 'pg';

/** A database of one spec file's own: migrated, empty, and gone with the server. */
export interface TestDatabase {
  /** The owner's connection. */
  url: string;
  masterKey: MasterKey;
}

export const testMasterKey = new MasterKey(Buffer.alloc(32, 7));

const template = 'seloste_template';
const templateLock = 8_812_345;

/** A fresh database, cloned from the migrated template (made by whoever comes first). */
export async function createTestDatabase(): Promise<TestDatabase> {
  const url = await createEmptyDatabase(await ensureTemplate());
  const owner = new Client({ connectionString: url });
  await owner.connect();
  await grantAppRole(owner, url, testMasterKey);
  await owner.end();
  return { url, masterKey: testMasterKey };
}

/** A new database under a random name, empty or a clone. Returns the owner's URL. */
export async function createEmptyDatabase(from = 'template1'): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withServer((server) => server.query(`CREATE DATABASE ${name} TEMPLATE ${from}`));
  return databaseUrl(name);
}

async function ensureTemplate(): Promise<string> {
  await withServer(async (server) => {
    await server.query('SELECT pg_advisory_lock($1)', [templateLock]);
    const { rowCount } = await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (rowCount) return;
    await server.query(`CREATE DATABASE ${template}_next`);
    await migrate(databaseUrl(`${template}_next`), testMasterKey, migrations);
    await server.query(`ALTER DATABASE ${template}_next RENAME TO ${template}`);
  });
  return template;
}

function databaseUrl(name: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.toString();
}

function serverUrl(): string {
  const url = process.env.SELOSTE_TEST_POSTGRES;
  if (!url) throw new Error('No test PostgreSQL: run the specs with jest, whose global setup starts it.');
  return url;
}

async function withServer<T>(work: (server: Client) => Promise<T>): Promise<T> {
  const server = new Client({ connectionString: serverUrl() });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}
