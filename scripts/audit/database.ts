import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProcess, ownerUrl, StartProblem } from '../../libs/embedded-postgres/src/index.ts';
import { startDatabase } from '../launcher/database.ts';
import type { LaunchSettings } from '../launcher/environment.ts';
import { findHome } from '../launcher/home.ts';
import { takeLock } from '../launcher/lock.ts';

/** A database that answers, and how to let go of it. */
export interface OpenDatabase {
  /** Of the owner. */
  url: string;
  close(): Promise<void>;
}

/** The port of the server that works on this data directory; null when none does. */
function portOfRunning(directory: string): number | null {
  const file = join(directory, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  return Number(port) > 0 && findProcess(Number(pid)) ? Number(port) : null;
}

/**
 * The installation's database: the operator's own, the embedded one while Seloste runs, or the embedded one started for
 * as long as this takes.
 * @throws StartProblem when there is none
 */
export async function openDatabase({ databaseUrl, dataDir }: LaunchSettings): Promise<OpenDatabase> {
  if (databaseUrl !== null) return { url: databaseUrl, close: () => Promise.resolve() };
  if (!['postgres', 'postgres.location'].some((name) => existsSync(join(dataDir, name))))
    throw new StartProblem(`There is no database in ${dataDir}: set SELOSTE_DATA_DIR or DATABASE_URL.`);
  const home = findHome(dataDir);
  const port = portOfRunning(home.directory);
  if (port !== null) return { url: ownerUrl(home.directory, port), close: () => Promise.resolve() };
  const lock = await takeLock(
    join(home.folder, 'running.json'),
    'The audit record is being verified: wait until that is done.',
  );
  const database = await startDatabase(home).catch((error: unknown) => {
    lock.release();
    throw error;
  });
  return {
    url: database.url,
    close: async () => {
      await database.stop();
      lock.release();
    },
  };
}
