import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import { clearOrphan, readLockFile } from './postmaster.ts';
import type { ServerSettings } from './settings.ts';
import { StartProblem } from './start-problem.ts';

const LARGEST_LOG = 1024 * 1024;
const RECOVERY_MS = 15 * 60_000;
const SHUTDOWN_MS = 60_000;
const ATTEMPTS = 20;

/**
 * The server's parent. It waits for the end of its input, which comes when we close it and also when we are
 * killed, then ends the server; when the server ends by itself, so does it.
 */
const GUARD = `
signal=$1; remove=$2; shift 2
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
trap 'kill -s "$signal" "$server" 2>/dev/null' INT TERM HUP
( trap '' INT HUP; read -r _ <&3; kill -s "$signal" "$server" ) 2>/dev/null &
watcher=$!
exec 3<&-
wait "$server"; code=$?
while kill -0 "$server" 2>/dev/null; do wait "$server"; code=$?; done
kill "$watcher" 2>/dev/null
[ -z "$remove" ] || rm -rf "$remove"
exit "$code"`;

export interface ClusterToRun {
  /** folder with `postgres` */
  binaries: string;
  directory: string;
  account: Account | null;
  settings: ServerSettings;
  logFile: string;
  /** deleted after the server has ended, whichever way we end */
  removeAfterwards?: string;
}

export interface RunningCluster {
  port: number;
  /** Settles when the server has ended, asked or not. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port');
  return address.port;
}

function spawnGuarded(cluster: ClusterToRun, port: number, log: number): ChildProcess {
  const { account, settings } = cluster;
  const as = account ? { uid: account.uid, gid: account.gid } : {};
  const flags = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const server = [join(cluster.binaries, 'postgres'), '-D', cluster.directory, ...flags];
  // Tests may lose everything at once; real data is checkpointed first.
  const signal = cluster.removeAfterwards ? 'QUIT' : 'INT';
  return spawn(
    '/bin/sh',
    ['-c', GUARD, 'seloste-postgres', signal, cluster.removeAfterwards ?? '', ...server],
    {
      ...as,
      cwd: '/',
      detached: true, // Ctrl-C reaches us alone, and we end the application before its database
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
      stdio: ['pipe', log, log],
    },
  );
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG) truncateSync(file);
  return openSync(file, 'a', 0o600);
}

/** @returns the running server, or the last lines of its log when it ended before it was ready */
async function attempt(cluster: ClusterToRun): Promise<RunningCluster | string> {
  await clearOrphan(cluster.directory);
  const port = await freePort();
  const log = openLog(cluster.logFile);
  const before = statSync(cluster.logFile).size;
  const guard = spawnGuarded(cluster, port, log);
  closeSync(log);
  let hasEnded = false;
  const ended = new Promise<void>((resolve, reject) => {
    guard.once('error', reject).once('close', () => {
      hasEnded = true;
      resolve();
    });
  });
  guard.stdin?.on('error', () => undefined); // the guard is gone already
  const deadline = Date.now() + RECOVERY_MS;
  while (!hasEnded) {
    if (/^ready\s*$/m.test(readLockFile(cluster.directory) ?? '')) return { port, ended, stop };
    if (Date.now() > deadline) await stop();
    await Promise.race([sleep(10), ended]);
  }
  return readFileSync(cluster.logFile).subarray(before).toString();

  async function stop(): Promise<void> {
    guard.stdin?.end();
    const outcome = await Promise.race([ended, sleep(SHUTDOWN_MS, 'late', { ref: false })]);
    if (outcome === 'late') guard.kill('SIGTERM'); // its half that waits for us was killed
    await ended;
    await clearOrphan(cluster.directory); // the guard itself was killed
  }
}

/**
 * Starts the server on a free port of 127.0.0.1, after ending one that an earlier run left behind.
 * @throws StartProblem when the server does not start; its message carries the server's own reason
 */
export async function runCluster(cluster: ClusterToRun): Promise<RunningCluster> {
  let log = '';
  for (let left = ATTEMPTS; left > 0; left--) {
    const outcome = await attempt(cluster);
    if (typeof outcome !== 'string') return outcome;
    log = outcome;
    // Another program took the port in between, or a killed server's last process is just ending.
    if (!/could not create any TCP\/IP sockets|shared memory block/.test(log)) break;
    await sleep(500);
  }
  const reason =
    log.split('\n').findLast((line) => /FATAL|PANIC|error while loading/.test(line)) ?? log.trim();
  throw new StartProblem(
    `The database in ${cluster.directory} does not start (${reason.replace(/^.*?(FATAL|PANIC):\s*/, '')}): see ${cluster.logFile}.`,
  );
}
