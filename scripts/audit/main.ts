import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from 'pg';
import type { AuditKeys as Keys } from '../../libs/audit/src/chain/audit-keys.ts';
import type { ChainReport, verifyChain as Verify } from '../../libs/audit/src/chain/verify-chain.ts';
import { StartProblem } from '../../libs/embedded-postgres/src/index.ts';
import type { loadMasterKey as LoadMasterKey } from '../../libs/platform/src/config/master-key.ts';
import { ensureBuilt } from '../launcher/build.ts';
import { loadEnvironmentFile, readSettings } from '../launcher/environment.ts';
import { openDatabase } from './database.ts';
import { headOf, linesOf } from './report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The built product's own verification: what is checked from outside is what the application checks. */
async function loadBuilt(): Promise<{
  AuditKeys: typeof Keys;
  verifyChain: typeof Verify;
  loadMasterKey: typeof LoadMasterKey;
}> {
  const load = async (file: string): Promise<object> =>
    (await import(pathToFileURL(join(root, 'dist/libs', file)).href)) as object;
  const parts = ['audit/src/chain/audit-keys.js', 'audit/src/chain/verify-chain.js'];
  const modules = await Promise.all([...parts, 'platform/src/config/master-key.js'].map(load));
  return Object.assign({}, ...modules) as Awaited<ReturnType<typeof loadBuilt>>;
}

function assertKeyExists(file: string): void {
  if (!existsSync(file))
    throw new StartProblem(`There is no master key in ${file}: set SELOSTE_MASTER_KEY_FILE.`);
}

/** Reads alone, in one snapshot: the installation goes on meanwhile. */
async function verify(args: string[]): Promise<ChainReport> {
  const settings = readSettings(root, args, process.env);
  const keyFile = process.env.SELOSTE_MASTER_KEY_FILE?.trim() || join(settings.dataDir, 'master.key');
  assertKeyExists(keyFile);
  await ensureBuilt(root, new AbortController().signal, say);
  const { AuditKeys, verifyChain, loadMasterKey } = await loadBuilt();
  const masterKey = loadMasterKey(keyFile);
  const database = await openDatabase(settings);
  const client = new Client({ connectionString: database.url });
  try {
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const reader = {
      read: async <Row>(sql: string, values?: unknown[]): Promise<Row[]> =>
        (await client.query(sql, values)).rows as Row[],
    };
    return await verifyChain(reader, new AuditKeys((use) => masterKey.derive(use)), headOf(args));
  } finally {
    await client.end().catch(() => undefined);
    await database.close();
  }
}

/** @returns the exit code: 0 when the record verifies, 1 when it does not, 2 when it could not be checked */
async function main(args: string[]): Promise<number> {
  try {
    loadEnvironmentFile(root);
    const began = performance.now();
    const report = await verify(args);
    for (const line of linesOf(report, (performance.now() - began) / 1000)) say(line);
    return report.verified ? 0 : 1;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isOlder = code === '42P01';
    process.stderr.write(
      `The audit record could not be checked. ${isOlder ? 'Start Seloste once: its database is older than this program.' : message}\n`,
    );
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
