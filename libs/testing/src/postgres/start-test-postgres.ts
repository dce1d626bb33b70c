import { chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// By path and with its real ending: jest's global setup is run by Node itself, without aliases.
import {
  type Account,
  canEnter,
  createCluster,
  locateBinaries,
  ownerUrl,
  postgresAccount,
  runCluster,
  StartProblem,
  throwAwaySettings,
} from '../../../embedded-postgres/src/index.ts';

export interface TestPostgres {
  /** Of a role that may create databases and roles, on a database of its own; not a superuser. */
  url: string;
  /** The temporary folder with all its files. */
  folder: string;
  /** Ends the server and deletes its files. The same happens by itself when the calling process dies. */
  stop(): Promise<void>;
}

function temporaryHome(account: Account | null): string {
  for (const parent of [tmpdir(), '/tmp', '/var/tmp']) {
    if (!canEnter(account, parent)) continue;
    const home = mkdtempSync(join(parent, 'seloste-test-'));
    if (account) chownSync(home, account.uid, account.gid);
    return home;
  }
  throw new StartProblem('The tests need a temporary folder that PostgreSQL can reach: set TMPDIR to one.');
}

/** Starts an empty, throw-away PostgreSQL in a temporary folder: about a second. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const account = postgresAccount();
  const home = temporaryHome(account);
  const directory = join(home, 'postgres');
  const binaries = locateBinaries(account);
  await createCluster({ binaries, directory, account, durable: false });
  const server = await runCluster({
    binaries,
    directory,
    account,
    settings: throwAwaySettings(),
    logFile: join(home, 'postgres.log'),
    removeAfterwards: home,
  });
  return { url: ownerUrl(directory, server.port), folder: home, stop: () => server.stop() };
}
