import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import {
  findProcess,
  hasEndedWithin,
  isRunning,
  type ProcessIdentity,
  StartProblem,
} from '../../libs/embedded-postgres/src/index.ts';

/** What the lock file holds: who has it, what to tell others, and the application that it started. */
interface Holder {
  launcher: ProcessIdentity;
  sentence: string;
  application: ProcessIdentity | null;
}

export interface Lock {
  /** Remembers the application, so that the next start can end it should it outlive us. */
  setApplication(pid: number): void;
  release(): void;
}

const DYING_MS = 5_000;

function parse(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null; // a disk that was full
  }
}

function ourselves(): ProcessIdentity {
  const identity = findProcess(process.pid);
  if (!identity) throw new Error('a process cannot find itself');
  return identity;
}

/** Makes the file with its content in one step, so that nobody reads half of it. */
function createWhole(file: string, text: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Removes a dead holder's file, unless somebody else replaced it in between. */
function removeStale(file: string, text: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const taken = readFileSync(aside, 'utf8');
  if (taken !== text) createWhole(file, taken);
  rmSync(aside);
}

async function endApplication(application: ProcessIdentity | null): Promise<void> {
  if (!application || (await hasEndedWithin(application, DYING_MS))) return;
  process.kill(application.pid, 'SIGKILL'); // it notices a dead launcher by itself; this one hangs
  await hasEndedWithin(application, DYING_MS);
}

/**
 * Makes us the only one. A lock whose holder has died is taken over, after its application has ended.
 * @param sentence what another start is told while we hold the lock
 * @throws StartProblem with the holder's sentence
 */
export async function takeLock(file: string, sentence: string): Promise<Lock> {
  const holder: Holder = { launcher: ourselves(), sentence, application: null };
  while (!createWhole(file, JSON.stringify(holder))) {
    const text = readIfThere(file);
    if (text === null) continue;
    const other = parse(text);
    if (other && isRunning(other.launcher)) throw new StartProblem(other.sentence);
    await endApplication(other?.application ?? null);
    removeStale(file, text);
  }
  return {
    setApplication(pid) {
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, JSON.stringify({ ...holder, application: findProcess(pid) }), { mode: 0o600 });
      renameSync(draft, file);
    },
    release() {
      rmSync(file, { force: true });
    },
  };
}
