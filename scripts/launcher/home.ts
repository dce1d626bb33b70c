import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  type Account,
  canEnter,
  POSTGRES_MAJOR,
  postgresAccount,
  StartProblem,
  SYSTEM_HOME,
} from '../../libs/embedded-postgres/src/index.ts';

/** In the data directory: the path of the database's home, when it is somewhere else. */
const LOCATION_FILE = 'postgres.location';

/** In a home somewhere else: the data directory that it belongs to. */
const BACK_REFERENCE = 'data-directory';

/** Where the embedded database lives and who runs it. */
export interface DatabaseHome {
  /** Holds `postgres/` (the data), `postgres.log` and the lock. */
  folder: string;
  directory: string;
  account: Account | null;
  /** Why the database is not in the data directory, as a sentence; null when it is. */
  elsewhere: string | null;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Root's data directory may be entered, not listed, by PostgreSQL's user; every file in it has its own mode. */
function makeDataDirectory(dataDir: string): string {
  const mode = isRoot() ? 0o711 : 0o700;
  const isNew = mkdirSync(dataDir, { recursive: true, mode }) !== undefined;
  if (isNew) chmodSync(dataDir, mode); // whatever the umask
  return realpathSync(dataDir);
}

function homeIn(folder: string, elsewhere: string | null): DatabaseHome {
  const directory = join(folder, 'postgres');
  const owner = statSync(directory, { throwIfNoEntry: false })?.uid;
  if (owner !== undefined && !isRoot() && owner !== process.getuid?.()) {
    throw new StartProblem(
      `The database in ${directory} belongs to another user: start Seloste as the user who started it first, or set SELOSTE_DATA_DIR to another folder.`,
    );
  }
  return { folder, directory, account: postgresAccount(owner), elsewhere };
}

/** A database outside its data directory follows that one when it is moved, and refuses a second one when it is copied. */
function followLocation(dataDir: string, folder: string): DatabaseHome {
  if (!existsSync(join(folder, 'postgres'))) {
    throw new StartProblem(
      `The database of ${dataDir} should be in ${folder}, which is gone: restore it, or remove ${join(dataDir, LOCATION_FILE)} to begin with an empty one.`,
    );
  }
  const reference = join(folder, BACK_REFERENCE);
  const original = readFileSync(reference, 'utf8').trim();
  if (original !== dataDir && existsSync(join(original, LOCATION_FILE))) {
    throw new StartProblem(
      `${dataDir} is a copy of ${original}, and both point to the database in ${folder}: remove ${join(dataDir, LOCATION_FILE)} from the copy to begin with an empty one.`,
    );
  }
  if (original !== dataDir) writeFileSync(reference, `${dataDir}\n`);
  return homeIn(folder, `The database of ${dataDir} is in ${folder}.`);
}

/** Homes of this data directory from before somebody deleted it: people's data that nobody would look for there. */
function forgottenHomes(dataDir: string): string[] {
  if (!existsSync(SYSTEM_HOME)) return [];
  return readdirSync(SYSTEM_HOME)
    .map((name) => join(SYSTEM_HOME, name))
    .filter((folder) => {
      const reference = join(folder, BACK_REFERENCE);
      return existsSync(reference) && readFileSync(reference, 'utf8').trim() === dataDir;
    });
}

function newHomeElsewhere(dataDir: string, account: Account): DatabaseHome {
  const forgotten = forgottenHomes(dataDir).map(
    (old) =>
      ` An earlier one is still in ${old}: delete it, or write that path into ${join(dataDir, LOCATION_FILE)} to use it again.`,
  );
  const name = `${basename(dirname(dataDir))}-${basename(dataDir)}`.replace(/[^A-Za-z0-9._-]/g, '_');
  const folder = join(SYSTEM_HOME, `${name}-${randomBytes(4).toString('hex')}`);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  writeFileSync(join(folder, BACK_REFERENCE), `${dataDir}\n`);
  writeFileSync(join(dataDir, LOCATION_FILE), `${folder}\n`);
  const elsewhere = `The database is in ${folder}: PostgreSQL runs as the user ${account.name}, who may not enter ${dataDir}.${forgotten.join('')}`;
  return { folder, directory: join(folder, 'postgres'), account, elsewhere };
}

function assertReadable({ directory, account }: DatabaseHome): void {
  const version = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
  if (version !== String(POSTGRES_MAJOR)) {
    throw new StartProblem(
      `The database in ${directory} was made by PostgreSQL ${version}, and this release brings ${POSTGRES_MAJOR}: run the release that made it, or set SELOSTE_DATA_DIR to another folder.`,
    );
  }
  if (!canEnter(account, directory)) {
    throw new StartProblem(
      `PostgreSQL runs as the user ${account?.name ?? ''}, who may not enter ${directory}: let that user enter the folders above it (chmod o+x), or move the data back.`,
    );
  }
}

/**
 * Decides where the embedded database of a data directory is, or will be.
 * It is in the data directory itself, unless we are root and PostgreSQL's user cannot get there.
 * @throws StartProblem when there is a database that cannot be used
 */
export function findHome(wantedDataDir: string): DatabaseHome {
  const dataDir = makeDataDirectory(wantedDataDir);
  const location = join(dataDir, LOCATION_FILE);
  let home: DatabaseHome;
  if (existsSync(location)) home = followLocation(dataDir, readFileSync(location, 'utf8').trim());
  else home = homeIn(dataDir, null);
  if (existsSync(home.directory)) {
    assertReadable(home);
    return home;
  }
  return home.account && !canEnter(home.account, dataDir) ? newHomeElsewhere(dataDir, home.account) : home;
}
