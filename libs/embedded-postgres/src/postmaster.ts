import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findProcess, hasEndedWithin, isPostgresOn, isRunning } from './processes.ts';
import { StartProblem } from './start-problem.ts';

/** How long a server may take to write its last checkpoint. */
const FAST_SHUTDOWN_MS = 60_000;

/** @returns the text of the server's lock file, or null when the data directory has none */
export function readLockFile(directory: string): string | null {
  try {
    return readFileSync(join(directory, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT', directory: string): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EPERM') {
      throw new StartProblem(
        `Another user's PostgreSQL (process ${pid}) works on ${directory}: stop it first, or start Seloste as that user.`,
      );
    }
    if (code !== 'ESRCH') throw error;
  }
}

/**
 * Ends a server that outlived whoever started it, and removes a lock file whose number now belongs to
 * an unrelated process (PostgreSQL would refuse to start because of it).
 */
export async function clearOrphan(directory: string): Promise<void> {
  const pid = Number(readLockFile(directory)?.split('\n')[0]);
  const orphan = pid > 0 ? findProcess(pid) : null;
  if (!orphan) return;
  if (!isPostgresOn(pid, directory)) {
    rmSync(join(directory, 'postmaster.pid'), { force: true });
    return;
  }
  signal(pid, 'SIGINT', directory);
  if (await hasEndedWithin(orphan, FAST_SHUTDOWN_MS)) return;
  signal(pid, 'SIGQUIT', directory); // it recovers from its log at the next start
  await hasEndedWithin(orphan, 10_000);
  if (isRunning(orphan))
    throw new StartProblem(`An earlier PostgreSQL (process ${pid}) does not end: stop it first.`);
}
