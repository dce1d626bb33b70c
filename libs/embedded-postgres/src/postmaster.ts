import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findProcess, hasEndedWithin, isPostgresOn, type ProcessIdentity } from './processes.ts';
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
 * Ends a server that outlived whoever started it, and removes its lock file: the number in it may belong to an
 * unrelated process by now, or to a dead one that nobody collected, and PostgreSQL would refuse to start because of
 * it. (Should a process still use the data, PostgreSQL notices by its shared memory.)
 */
export async function clearOrphan(directory: string): Promise<void> {
  const pid = Number(readLockFile(directory)?.split('\n')[0]);
  const orphan = pid > 0 && isPostgresOn(pid, directory) ? findProcess(pid) : null;
  if (orphan) await end(orphan, directory);
  rmSync(join(directory, 'postmaster.pid'), { force: true });
}

async function end(orphan: ProcessIdentity, directory: string): Promise<void> {
  signal(orphan.pid, 'SIGINT', directory);
  if (await hasEndedWithin(orphan, FAST_SHUTDOWN_MS)) return;
  signal(orphan.pid, 'SIGQUIT', directory); // it recovers from its log at the next start
  if (await hasEndedWithin(orphan, 10_000)) return;
  throw new StartProblem(`An earlier PostgreSQL (process ${orphan.pid}) does not end: stop it first.`);
}
