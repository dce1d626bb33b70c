import { fileURLToPath } from 'node:url';
import { StartProblem } from '../../libs/embedded-postgres/src/index.ts';
import { startProgram } from './application.ts';
import { ENTRY, ensureBuilt } from './build.ts';
import { type RunningDatabase, startDatabase } from './database.ts';
import { type LaunchSettings, loadEnvironmentFile, readSettings } from './environment.ts';
import { findHome } from './home.ts';
import { assertInstalled } from './install.ts';
import { type Lock, takeLock } from './lock.ts';
import { assertPortFree } from './port.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const SEED_DEMO = 'dist/scripts/demo/main.js';
const STOPPED_BY_USER = 0;

/** What is undone in reverse order, however the launch ends. */
type Cleanup = (() => Promise<void> | void)[];

interface Launch {
  settings: LaunchSettings;
  stopping: AbortSignal;
  cleanup: Cleanup;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function onStopRequest(): AbortSignal {
  const stopping = new AbortController();
  const stop = (): void => {
    stopping.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('disconnect', stop); // the first step of `npm start` was killed
  return stopping.signal;
}

function aborted(signal: AbortSignal): Promise<'stop'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('stop');
    signal.addEventListener('abort', () => {
      resolve('stop');
    });
  });
}

interface Embedded {
  database: RunningDatabase;
  lock: Lock;
}

/** @returns null when we were asked to stop meanwhile */
async function openEmbedded({ settings, stopping, cleanup }: Launch): Promise<Embedded | null> {
  const home = findHome(settings.dataDir);
  const lock = await takeLock(
    `${home.folder}/running.json`,
    `Seloste is already running at ${settings.url} (process ${process.pid}): open it, or stop it before you start another.`,
  );
  cleanup.push(() => {
    lock.release();
  });
  await prepare({ settings, stopping, cleanup });
  if (stopping.aborted) return null;
  if (home.elsewhere) say(home.elsewhere);
  const database = await startDatabase(home);
  cleanup.push(() => database.stop());
  return { database, lock };
}

async function prepare({ settings, stopping }: Launch): Promise<void> {
  if (settings.servesHttp && settings.port !== null) await assertPortFree(settings.host, settings.port);
  await ensureBuilt(ROOT, stopping, say);
}

/** @returns the exit code, or null when there is no reason to end yet */
async function seedDemo(launch: Launch, env: NodeJS.ProcessEnv): Promise<number | null> {
  const seeder = startProgram(ROOT, SEED_DEMO, env);
  const outcome = await Promise.race([seeder.ended, aborted(launch.stopping)]);
  if (outcome !== 'stop') return outcome === 0 ? null : (outcome ?? 1);
  await seeder.stop();
  return STOPPED_BY_USER;
}

/** Runs the application until it ends, its database ends, or somebody asks us to stop. */
async function runApplication(
  launch: Launch,
  env: NodeJS.ProcessEnv,
  embedded: Embedded | null,
): Promise<number> {
  const application = startProgram(ROOT, ENTRY, env);
  embedded?.lock.setApplication(application.pid);
  const outcome = await Promise.race([
    application.ended,
    aborted(launch.stopping),
    ...(embedded ? [embedded.database.ended.then(() => 'database' as const)] : []),
  ]);
  if (outcome === 'stop' || outcome === 'database') await application.stop();
  if (outcome === 'stop') return STOPPED_BY_USER;
  if (outcome === 'database')
    throw new StartProblem('The database ended unexpectedly: start Seloste again with npm start.');
  if (outcome === null)
    throw new StartProblem('Seloste was killed from outside: start it again with npm start.');
  return outcome;
}

async function run(launch: Launch): Promise<number> {
  const { settings, stopping } = launch;
  let embedded: Embedded | null = null;
  if (settings.databaseUrl === null) embedded = await openEmbedded(launch);
  else await prepare(launch);
  if (stopping.aborted) return STOPPED_BY_USER;
  const env = {
    NODE_ENV: 'production',
    ...process.env,
    SELOSTE_DATA_DIR: settings.dataDir,
    DATABASE_URL: settings.databaseUrl ?? embedded?.database.url,
  };
  const ending = settings.demo ? await seedDemo(launch, env) : null;
  return ending ?? (await runApplication(launch, env, embedded));
}

/** A full or read-only disk, or somebody else's folder, as one sentence; anything else is a defect of ours. */
function sentenceFor(error: unknown): string {
  if (error instanceof StartProblem) return error.message;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'The disk is full: free some space and start again.';
  if (
    path &&
    (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR' || code === 'EEXIST')
  ) {
    return `Seloste cannot use ${path} (${code}): make it writable, or set SELOSTE_DATA_DIR to another folder.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * Builds what is stale, starts the database and the application, and stops both in the right order.
 * @param args `--demo` for the made-up company
 * @returns the exit code: 0 when it was asked to stop
 */
export async function main(args: string[]): Promise<number> {
  const stopping = onStopRequest();
  const cleanup: Cleanup = [];
  try {
    loadEnvironmentFile(ROOT);
    assertInstalled(ROOT);
    return await run({ settings: readSettings(ROOT, args, process.env), stopping, cleanup });
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`);
    return 1;
  } finally {
    for (const undo of cleanup.reverse()) await undo();
  }
}
