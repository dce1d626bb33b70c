import { startTestPostgres, type TestPostgres } from './postgres/index.ts';

declare global {
  var testPostgres: TestPostgres | undefined;
}

/** One throw-away PostgreSQL for the whole run; each spec file clones its own database in it. */
export default async function globalSetup(): Promise<void> {
  globalThis.testPostgres = await startTestPostgres();
  process.env.SELOSTE_TEST_POSTGRES = globalThis.testPostgres.url;
}
