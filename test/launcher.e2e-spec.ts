import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '..');
const TOKEN = 'a-token-for-the-tests-alone';
const START_MS = 60_000;

interface Start {
  process: ChildProcess;
  output: () => string;
  /** exit code; null when a signal ended it */
  ended: Promise<number | null>;
}

/** Runs `npm start`'s program with nothing in the environment but what is given. */
function start(env: Record<string, string>): Start {
  const launcher = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], SELOSTE_SETUP_TOKEN: TOKEN, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  launcher.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  launcher.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => launcher.once('close', resolve));
  return { process: launcher, output: () => output, ended };
}

async function listenAnywhere(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port');
  return { server, port: address.port };
}

async function freePort(): Promise<number> {
  const { server, port } = await listenAnywhere();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(url: string): Promise<boolean> {
  return (await fetch(url).catch(() => null))?.ok ?? false;
}

/** What every process was started with, by its number. */
function commands(): [pid: number, command: string][] {
  if (process.platform !== 'linux') {
    const lines = execFileSync('ps', ['-axEww', '-o', 'pid=,command='], { encoding: 'utf8' }).split('\n');
    return lines.map((line) => [Number.parseInt(line, 10), line]);
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        const files = ['cmdline', 'environ'].map((file) => readFileSync(`/proc/${pid}/${file}`, 'utf8'));
        return [Number(pid), files.join('\0')];
      } catch {
        return [Number(pid), '']; // gone, or another user's
      }
    });
}

/** Processes whose command line or environment names the folder. */
function processesOf(folder: string): number[] {
  return commands().flatMap(([pid, command]) =>
    pid !== process.pid && command.includes(folder) ? [pid] : [],
  );
}

async function becomesTrue(check: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> {
  for (const deadline = Date.now() + milliseconds; Date.now() < deadline; await sleep(50)) {
    if (await check()) return true;
  }
  return false;
}

describe('npm start', () => {
  const running: Start[] = [];
  let folder: string;
  let port: number;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'seloste-start-'));
    chmodSync(folder, 0o711); // when root runs this, PostgreSQL's user must get to the data
    port = await freePort();
    url = `http://127.0.0.1:${port}`;
  });

  afterAll(async () => {
    for (const { process: launcher } of running) launcher.kill('SIGTERM');
    await Promise.all(running.map(({ ended }) => ended));
    await becomesTrue(() => processesOf(folder).length === 0, 10_000);
    rmSync(folder, { recursive: true, force: true });
  });

  const begin = (env: Record<string, string> = {}): Start => {
    const started = start({ SELOSTE_DATA_DIR: join(folder, 'data'), PORT: String(port), ...env });
    running.push(started);
    return started;
  };

  async function beginAndWait(): Promise<Start> {
    const started = begin();
    const over = started.ended.then(() => true);
    await Promise.race([over, becomesTrue(() => answers(`${url}/health/ready`), START_MS)]);
    if (!(await answers(`${url}/health/ready`))) throw new Error(`not ready: ${started.output()}`);
    return started;
  }

  async function setUp(): Promise<number> {
    const response = await fetch(`${url}/api/v1/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({
        token: TOKEN,
        controller: { name: 'Esimerkki Oy', businessId: '0737546-2', language: 'fi' },
        admin: { name: 'Aino Esimerkki', email: 'aino@example.fi', password: 'pitkä ja oma salasana 7' },
      }),
    });
    return response.status;
  }

  async function isSetUp(): Promise<boolean> {
    return ((await (await fetch(`${url}/api/v1/setup`)).json()) as { done: boolean }).done;
  }

  it(
    'keeps every commit through Ctrl-C and kill -9, runs once, and leaves no process behind',
    async () => {
      const first = await beginAndWait();
      expect(await setUp()).toBe(201);

      const second = begin();
      expect(await second.ended).toBe(1);
      expect(second.output()).toContain(`already running at ${url}`);
      expect(await isSetUp()).toBe(true);

      first.process.kill('SIGINT');
      expect(await first.ended).toBe(0);
      expect(processesOf(folder)).toEqual([]);

      const third = await beginAndWait();
      expect(await isSetUp()).toBe(true);
      third.process.kill('SIGKILL');
      expect(await becomesTrue(() => processesOf(folder).length === 0, 10_000)).toBe(true);

      const fourth = await beginAndWait();
      for (const pid of processesOf(folder)) process.kill(pid, 'SIGKILL');
      await fourth.ended;

      const fifth = await beginAndWait();
      expect(await isSetUp()).toBe(true);
      fifth.process.kill('SIGTERM');
      expect(await fifth.ended).toBe(0);
    },
    5 * START_MS,
  );

  it('says in one sentence that the port is taken, and leaves nothing running', async () => {
    const { server, port: taken } = await listenAnywhere();
    const started = begin({ PORT: String(taken) });
    expect(await started.ended).toBe(1);
    expect(started.output()).toBe(
      `Port ${taken} is taken by another program: stop that one, or choose another port, for example PORT=${taken + 1} npm start.\n`,
    );
    expect(processesOf(folder)).toEqual([]);
    server.close();
  });

  it('says in one sentence that the data are of another PostgreSQL', async () => {
    const data = join(folder, 'older');
    mkdirSync(join(data, 'postgres'), { recursive: true });
    writeFileSync(join(data, 'postgres', 'PG_VERSION'), '16\n');
    const started = begin({ SELOSTE_DATA_DIR: data });
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(
      /^The database in .*older\/postgres was made by PostgreSQL 16, and .*\.\n$/,
    );
  });

  it('says in one sentence that the data directory cannot be used', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const started = begin({ SELOSTE_DATA_DIR: file });
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(
      /^Seloste cannot use .*a-file .*SELOSTE_DATA_DIR to another folder\.\n$/,
    );
  });

  it('says in one sentence that the given database does not answer or does not let us in, without the password', async () => {
    const server = new URL(process.env['SELOSTE_TEST_POSTGRES'] ?? '');
    server.password = 'a-wrong-password';
    for (const databaseUrl of [
      server.toString(),
      'postgres://seloste:a-wrong-password@127.0.0.1:1/seloste',
    ]) {
      const started = begin({ DATABASE_URL: databaseUrl });
      expect(await started.ended).not.toBe(0);
      expect(started.output()).toMatch(/^PostgreSQL at 127\.0\.0\.1:.*\n$/);
      expect(started.output()).not.toContain('a-wrong-password');
    }
  });
});
