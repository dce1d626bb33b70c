import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartProblem } from '../../libs/embedded-postgres/src/index.ts';

/** What the launcher itself needs to know. The application checks every variable when it starts. */
export interface LaunchSettings {
  demo: boolean;
  host: string;
  /** null when it is no port; the application says so */
  port: number | null;
  dataDir: string;
  /** a PostgreSQL of the operator's own */
  databaseUrl: string | null;
  /** false for a process that only works through queued jobs */
  servesHttp: boolean;
  /** what to open */
  url: string;
}

const DEFAULT_PORT = 3000;

/** Variables in the project's `.env` count where the environment does not set them. */
export function loadEnvironmentFile(root: string): void {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

function portOf(text: string | undefined): number | null {
  const port = Number(text ?? DEFAULT_PORT);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
}

/** A browser on this machine cannot open "every address". */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** @throws StartProblem for a demo on an operator's own database */
export function readSettings(root: string, args: string[], env: NodeJS.ProcessEnv): LaunchSettings {
  const value = (name: string): string | undefined => env[name]?.trim() || undefined;
  const demo = args.includes('--demo');
  const databaseUrl = value('DATABASE_URL') ?? null;
  if (demo && databaseUrl !== null) {
    throw new StartProblem(
      'The demo fills a database of its own with made-up people: unset DATABASE_URL for it.',
    );
  }
  const base = resolve(root, value('SELOSTE_DATA_DIR') ?? 'data');
  const host = value('SELOSTE_HOST') ?? '127.0.0.1';
  const port = portOf(value('PORT'));
  return {
    demo,
    host,
    port,
    dataDir: demo ? join(base, 'demo') : base,
    databaseUrl,
    servesHttp: value('SELOSTE_PROCESS') !== 'worker',
    url: value('SELOSTE_PUBLIC_URL') ?? `http://${reachable(host)}:${port ?? DEFAULT_PORT}`,
  };
}
