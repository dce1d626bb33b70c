import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort, root, waitFor } from '../../scripts/bench/processes.ts';
import { demoPassword } from '../../scripts/demo/staff.ts';
import type { Finding } from './findings.ts';

/** The built product with the demo's made-up register, and somebody signed in. */
export interface Product {
  /** `http://127.0.0.1:port` */
  url: string;
  /** A `Cookie` header of an administrator who is privacy officer and sales manager as well. */
  cookie: string;
  /** What it answered with an error of its own, from its log. */
  failures: Finding[];
  stop(): Promise<void>;
}

const email = 'kaisa.havukka@havukka.example';

/** Starts it as `npm run demo` does, in a folder of its own. */
export async function startProduct(): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'seloste-security-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/start.mjs', '--demo'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      SELOSTE_DATA_DIR: folder,
      SELOSTE_PUBLIC_URL: '',
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'], // it ends when we are killed
  });
  const failures: Finding[] = [];
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => failures.push(...failureIn(line)));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await waitFor(`${url}/health/ready`, () => child.exitCode !== null, 300_000);
    return { url, cookie: await signIn(url), failures, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The log has one line of JSON for each request. */
function failureIn(line: string): Finding[] {
  if (!line.includes('"res":{"status":5')) return [];
  const { req, res } = JSON.parse(line) as {
    req: { method: string; path: string };
    res: { status: number };
  };
  return [{ tool: 'log', where: `${req.method} ${req.path}`, what: `answered with ${res.status}` }];
}

/** A fresh session; the scanners may have ended the one before. */
export async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: demoPassword }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0];
  if (cookie === undefined) throw new Error(`signing in was answered with ${answer.status}`);
  await acceptUndertaking(url, cookie);
  return cookie;
}

/** The scanners may have published another one. */
async function acceptUndertaking(url: string, cookie: string): Promise<void> {
  const headers = { Cookie: cookie, 'Content-Type': 'application/json' };
  const { id } = (await (await fetch(`${url}/api/v1/undertaking`, { headers })).json()) as { id?: string };
  const body = JSON.stringify({ undertakingId: id, language: 'fi' });
  await fetch(`${url}/api/v1/undertaking/receipts`, { method: 'POST', headers, body });
}
