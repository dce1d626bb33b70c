import { SchedulerRegistry } from '@nestjs/schedule';
import { Test } from '@nestjs/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppConfig, appUrl, Database, NestLog, type ProcessRole } from '@seloste/platform';
import type { Clock } from '@seloste/kernel';
import { Client } from 'pg';
import supertest from 'supertest';
import { AppModule } from '../../../apps/api/src/app.module.js';
import { configureApp } from '../../../apps/api/src/configure-app.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export const setupToken = 'setup-token-of-the-tests';
export const password = 'hauki ui syvällä';

/** A signed-in caller: `get('/contacts')` asks `/api/v1/contacts`. */
export type Caller = ReturnType<typeof callerOn>;

export interface TestApp {
  app: NestExpressApplication;
  database: TestDatabase;
  /** Somebody without a login. */
  stranger: Caller;
  /** Sets the company up; the first administrator, signed in. */
  setUp(): Promise<Caller>;
  /** A new user with these roles, signed in; the undertaking is accepted unless told otherwise. `admin` makes the account. */
  signIn(admin: Caller, user?: NewTestUser): Promise<Caller>;
  /** Rows as the database owner sees them. */
  rows<Row = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export interface NewTestUser {
  name?: string;
  email?: string;
  roles?: string[];
  /** Has accepted the confidentiality undertaking; default true. */
  hasUndertaken?: boolean;
}

export interface TestAppOptions {
  database?: TestDatabase;
  clock?: Clock;
  process?: ProcessRole;
  /** As SELOSTE_PUBLIC_URL. */
  publicUrl?: string;
  /** The mail server, and who mail comes from; without them mail stays in the mailbox. */
  mail?: Pick<AppConfig, 'smtpUrl' | 'mailFrom'>;
}

/** The real application on a real database of its own; several on one `database` are several processes. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await createTestDatabase());
  const config = testConfig(database, options);
  const module = await Test.createTestingModule({
    imports: [AppModule.with(config, database.masterKey, options.clock)],
  }).compile();
  const app = module.createNestApplication<NestExpressApplication>({
    logger: new NestLog(),
    bodyParser: false,
  });
  configureApp(app, config);
  await app.listen(0, '127.0.0.1');
  // The purge looks for its hour by the machine's clock, and would come in the midst of a test.
  for (const [name, job] of app.get(SchedulerRegistry).getCronJobs())
    if (name.startsWith('retention.')) void job.stop();
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  const stranger = callerOn(app);
  const rows: TestApp['rows'] = async (sql, parameters) => (await owner.query(sql, parameters)).rows;
  return {
    app,
    database,
    stranger,
    setUp: () => setUp(app),
    signIn: (admin, user) => signIn({ app, rows }, admin, user),
    rows,
    close: async () => {
      await owner.end();
      await app.close();
    },
  };
}

function testConfig(database: TestDatabase, options: TestAppOptions): AppConfig {
  return Object.assign(new AppConfig(), {
    port: 0,
    host: '127.0.0.1',
    publicUrl: options.publicUrl ?? 'http://127.0.0.1',
    dataDir: '/nonexistent',
    databaseUrl: database.url,
    smtpUrl: null,
    mailFrom: null,
    ...options.mail,
    masterKeyFile: '/nonexistent/master.key',
    setupToken,
    process: options.process ?? 'all',
    trustedProxies: ['loopback'],
  });
}

function callerOn(app: NestExpressApplication) {
  const agent = supertest.agent(app.getHttpServer());
  const path = (to: string) => `/api/v1${to}`;
  return {
    agent,
    get: (to: string) => agent.get(path(to)),
    post: (to: string, body?: object) => agent.post(path(to)).send(body),
    patch: (to: string, body?: object) => agent.patch(path(to)).send(body),
    put: (to: string, body?: object) => agent.put(path(to)).send(body),
    delete: (to: string) => agent.delete(path(to)),
  };
}

async function setUp(app: NestExpressApplication): Promise<Caller> {
  const caller = callerOn(app);
  await caller
    .post('/setup', {
      token: setupToken,
      controller: { name: 'Havukka Palvelut Oy', businessId: '1234567-1', language: 'fi' },
      admin: { name: 'Aino Testaaja', email: 'aino@havukka.example', password },
    })
    .expect(201);
  return caller;
}

let users = 0;

async function signIn(
  { app, rows }: Pick<TestApp, 'app' | 'rows'>,
  admin: Caller,
  user: NewTestUser = {},
): Promise<Caller> {
  const { name = 'Samu Myyjä', email = `user${++users}@havukka.example`, roles = ['salesperson'] } = user;
  const { body } = await admin.post('/users', { name, email, password, roles, language: 'fi' }).expect(201);
  if (user.hasUndertaken !== false) await rows(acceptUndertaking, [body.id]);
  const caller = callerOn(app);
  await caller.post('/sessions', { email, password }).expect(201);
  return caller;
}

const acceptUndertaking = `
  INSERT INTO undertaking_receipts (id, user_id, undertaking_id, language, accepted_at)
  SELECT gen_random_uuid(), $1, id, 'fi', now() FROM undertakings ORDER BY version DESC LIMIT 1`;

/** The app's own limited connection to a test database. */
export const limitedUrl = (database: TestDatabase): string => appUrl(database.url, database.masterKey);

/** The application's own {@link Database}, for medium tests of a service. */
export const databaseOf = ({ app }: TestApp): Database => app.get(Database);
