import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProgram, forkProgram, freePort, root, waitFor } from './processes.ts';

export interface StartFigures {
  /** Seconds from `npm start` on an empty folder to the first page, with everything built. */
  firstPage: number;
  /** Megabytes of the application itself that are resident when nothing is asked of it. */
  resident: number;
}

const idleSeconds = 15;

/** The process ids of a process and of all that it started. */
function family(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return [pid, ...(children === '' ? [] : children.split(' ').flatMap((child) => family(Number(child))))];
}

function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

const isApplication = (pid: number): boolean =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('apps/api/src/main.js');

/** Starts the product as a newcomer does, and lets it rest. Linux only: it reads /proc. */
export async function measureStart(): Promise<StartFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'seloste-bench-start-'));
  const port = await freePort();
  const launcher = forkProgram(join(root, 'scripts/start.mjs'), folder, {
    log: 'start.log',
    env: { ...process.env, PORT: String(port), SELOSTE_DATA_DIR: join(folder, 'data'), DATABASE_URL: '' },
  });
  try {
    const firstPage = (await waitFor(`http://127.0.0.1:${port}/`, () => launcher.exitCode !== null)) / 1000;
    await sleep(idleSeconds * 1000);
    const application = family(launcher.pid ?? 0).find(isApplication);
    if (application === undefined) throw new Error('the application was not found among the processes');
    return { firstPage, resident: residentMegabytes(application) };
  } finally {
    await endProgram(launcher);
    rmSync(folder, { recursive: true, force: true });
  }
}
