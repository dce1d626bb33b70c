import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  createCluster,
  durableSettings,
  locateBinaries,
  ownerUrl,
  type RunningCluster,
  runCluster,
} from '../../libs/embedded-postgres/src/index.ts';
import type { DatabaseHome } from './home.ts';

export interface RunningDatabase extends RunningCluster {
  /** of the role that owns the database */
  url: string;
}

/** Starts the embedded PostgreSQL, making its data directory the first time. */
export async function startDatabase({ folder, directory, account }: DatabaseHome): Promise<RunningDatabase> {
  const binaries = locateBinaries(account);
  if (!existsSync(directory)) await createCluster({ binaries, directory, account, durable: true });
  const logFile = join(folder, 'postgres.log');
  const server = await runCluster({ binaries, directory, account, settings: durableSettings(), logFile });
  return { ...server, url: ownerUrl(directory, server.port) };
}
