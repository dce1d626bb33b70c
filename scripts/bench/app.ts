import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { endProgram, forkProgram, freePort, root, waitFor } from './processes.ts';
import type { RecordedEvent } from './waves.ts';

export const benchPassword = 'mitataan-rauhassa-26';
export const benchEmail = 'mittaaja@bench.example';

/** The built application as it runs in production, signed in as a salesperson. */
export interface RunningApp {
  port: number;
  cookie: string;
  child: ChildProcess;
  stop(): Promise<void>;
}

interface Start {
  databaseUrl: string;
  /** For its key, its log. */
  folder: string;
  /** Tells us every statement that it sends to PostgreSQL; it does no work behind the requests, which would be among them. */
  isRecorded?: boolean;
}

/** Starts it; it migrates the database first, as always. */
export async function startApp({
  databaseUrl,
  folder,
  isRecorded = false,
}: Start): Promise<Omit<RunningApp, 'cookie'>> {
  const port = await freePort();
  const child = forkProgram(join(root, 'dist/apps/api/src/main.js'), folder, {
    log: 'app.log',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      SELOSTE_HOST: '127.0.0.1',
      SELOSTE_PUBLIC_URL: `http://127.0.0.1:${port}`,
      SELOSTE_DATA_DIR: folder,
      SELOSTE_MASTER_KEY_FILE: join(folder, 'master.key'),
      SELOSTE_PROCESS: isRecorded ? 'api' : 'all',
      DATABASE_URL: databaseUrl,
    },
    execArgv: isRecorded ? ['--import', new URL('./recorder.mjs', import.meta.url).href] : [],
  });
  await waitFor(`http://127.0.0.1:${port}/health/ready`, () => child.exitCode !== null);
  return { port, child, stop: () => endProgram(child) };
}

/** A real session of a real user. */
export async function signIn(port: number, email = benchEmail): Promise<string> {
  const origin = `http://127.0.0.1:${port}`;
  const response = await fetch(`${origin}/api/v1/sessions`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: benchPassword }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (response.status !== 201 || cookie === undefined)
    throw new Error(`no session: ${response.status} ${await response.text()}`);
  return cookie;
}

/** What a recorded application sends to PostgreSQL while `work` goes on. */
export async function eavesdrop<T>(
  child: ChildProcess,
  work: () => Promise<T>,
): Promise<[T, RecordedEvent[]]> {
  const events: RecordedEvent[] = [];
  const listen = (event: RecordedEvent): void => void events.push(event);
  child.on('message', listen);
  const result = await work();
  const told = new Promise<void>((resolve) => {
    const wait = ({ event }: RecordedEvent): void => {
      if (event !== 'so far') return;
      child.off('message', wait);
      resolve();
    };
    child.on('message', wait);
  });
  child.send('so far?');
  await told;
  child.off('message', listen);
  return [result, events];
}
