import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const SHUTDOWN_MS = 15_000;
const WATCH_PARENT = new URL('./watch-parent.mjs', import.meta.url).href;
const WARNING = 40; // pino's level

export interface RunningProgram {
  pid: number;
  /** Settles with the exit code; null when a signal ended it. */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** On a terminal, people read what is meant for them, and of the log only what went wrong. */
function readableLine(line: string): string | null {
  if (!line.startsWith('{')) return line;
  try {
    const { level, msg } = JSON.parse(line) as { level?: number; msg?: string };
    return level !== undefined && level >= WARNING ? `Warning: ${msg ?? line}` : null;
  } catch {
    return line;
  }
}

function showReadably(child: ChildProcess): void {
  if (!child.stdout) return;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const readable = readableLine(line);
    if (readable !== null) process.stdout.write(`${readable}\n`);
  });
}

/**
 * Runs a compiled program of the product. It ends when we do, even when we are killed.
 * @param file relative to the project's root
 */
export function startProgram(root: string, file: string, env: NodeJS.ProcessEnv): RunningProgram {
  const child = spawn(process.execPath, ['--import', WATCH_PARENT, join(root, file)], {
    cwd: root,
    env,
    detached: true, // Ctrl-C reaches us alone; we pass it on once
    stdio: ['ignore', process.stdout.isTTY ? 'pipe' : 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  showReadably(child);
  return {
    pid: child.pid ?? 0,
    ended,
    async stop() {
      child.kill('SIGTERM');
      if ((await Promise.race([ended, sleep(SHUTDOWN_MS, 'late', { ref: false })])) === 'late')
        child.kill('SIGKILL');
      await ended;
    },
  };
}
