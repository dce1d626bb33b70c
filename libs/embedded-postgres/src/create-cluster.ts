import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { StartProblem } from './start-problem.ts';

/** Name of the database, and of the role that owns it. */
export const OWNER = 'seloste';

/** In the data directory, mode 0600: the owner's password, so that data and password travel together. */
const PASSWORD_FILE = 'seloste-owner-password';

/** No `trust` for anyone; the bootstrap superuser has no password, so that it cannot log in at all. */
const HOST_BASED_ACCESS = 'host all all 127.0.0.1/32 scram-sha-256\n';

/**
 * Character classes must be Unicode's (with plain `C`, pg_trgm would split words at ä and ö);
 * machines name such a locale differently.
 */
const CHARACTER_TYPES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

export interface NewCluster {
  /** folder with initdb and postgres */
  binaries: string;
  /** the data directory to make; its parent exists */
  directory: string;
  account: Account | null;
  /** false: do not wait for the disk, and let the owner create databases */
  durable: boolean;
}

interface Outcome {
  code: number | null;
  output: string;
}

function run(file: string, args: string[], { account }: NewCluster, input = ''): Promise<Outcome> {
  const as = account ? { uid: account.uid, gid: account.gid } : {};
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...as, cwd: '/', env: { LC_ALL: 'C' }, stdio: 'pipe' });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stdin.on('error', () => undefined); // it may end without reading; its exit code tells
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, output });
    });
    child.stdin.end(input);
  });
}

function lastError(output: string): string {
  const lines = output.trim().split('\n');
  return lines.findLast((line) => /error|fatal|panic/i.test(line)) ?? lines.at(-1) ?? '';
}

function flagsFor(cluster: NewCluster, directory: string, characterType: string): string[] {
  return [
    `--pgdata=${directory}`,
    '--username=postgres',
    '--auth=reject',
    '--encoding=UTF8',
    '--locale=C',
    `--lc-ctype=${characterType}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(cluster.durable ? [] : ['--no-sync']),
  ];
}

async function initialise(cluster: NewCluster, directory: string): Promise<void> {
  let output = '';
  for (const characterType of CHARACTER_TYPES) {
    const outcome = await run(
      join(cluster.binaries, 'initdb'),
      flagsFor(cluster, directory, characterType),
      cluster,
    );
    if (outcome.code === 0) return;
    output = outcome.output;
    if (!output.includes('invalid locale name')) break;
  }
  throw new StartProblem(`PostgreSQL could not make its data directory ${directory}: ${lastError(output)}`);
}

async function createOwner(cluster: NewCluster, directory: string): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  const mayCreateDatabases = cluster.durable ? '' : 'CREATEDB';
  const statements = [
    `CREATE ROLE ${OWNER} LOGIN CREATEROLE ${mayCreateDatabases} PASSWORD '${password}'`,
    `CREATE DATABASE ${OWNER} OWNER ${OWNER}`,
  ];
  const flags = ['--single', '-D', directory, '-c', 'exit_on_error=on', ...(cluster.durable ? [] : ['-F'])];
  const program = join(cluster.binaries, 'postgres');
  const { code, output } = await run(program, [...flags, 'postgres'], cluster, `${statements.join('\n')}\n`);
  if (code !== 0) throw new StartProblem(`PostgreSQL could not make its database: ${lastError(output)}`);
  writeFor(cluster, join(directory, PASSWORD_FILE), password);
  writeFor(cluster, join(directory, 'pg_hba.conf'), HOST_BASED_ACCESS);
}

function writeFor({ account }: NewCluster, file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  if (account) chownSync(file, account.uid, account.gid);
}

/**
 * Makes a data directory with one database and its owner. It appears under its name only when it is complete;
 * what an interrupted attempt left is removed.
 */
export async function createCluster(cluster: NewCluster): Promise<void> {
  const unfinished = `${cluster.directory}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (cluster.account) chownSync(unfinished, cluster.account.uid, cluster.account.gid);
  await initialise(cluster, unfinished);
  await createOwner(cluster, unfinished);
  renameSync(unfinished, cluster.directory);
}

/** @returns the connection URL of the database's owner */
export function ownerUrl(directory: string, port: number): string {
  const password = readFileSync(join(directory, PASSWORD_FILE), 'utf8').trim();
  return `postgres://${OWNER}:${password}@127.0.0.1:${port}/${OWNER}`;
}
