import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  createCluster,
  durableSettings,
  locateBinaries,
  ownerUrl,
  postgresAccount,
  runCluster,
} from '../../libs/embedded-postgres/src/index.ts';

export interface BenchDatabase {
  /** Of the owner. */
  url: string;
  folder: string;
  stop(): Promise<void>;
}

/**
 * The embedded PostgreSQL with the settings of `npm start`: every commit is on disk before it is answered.
 * @param kept a folder to keep the data in; null for one that goes with us
 */
export async function startDatabase(kept: string | null): Promise<BenchDatabase> {
  const account = postgresAccount();
  const folder = kept === null ? mkdtempSync(join(tmpdir(), 'seloste-bench-')) : resolve(kept);
  mkdirSync(folder, { recursive: true });
  if (account) chownSync(folder, account.uid, account.gid);
  const directory = join(folder, 'postgres');
  const binaries = locateBinaries(account);
  if (!existsSync(directory)) await createCluster({ binaries, directory, account, durable: true });
  const logFile = join(folder, 'postgres.log');
  const server = await runCluster({ binaries, directory, account, settings: durableSettings(), logFile });
  return {
    url: ownerUrl(directory, server.port),
    folder,
    stop: async () => {
      await server.stop();
      if (kept === null) rmSync(folder, { recursive: true, force: true });
    },
  };
}
