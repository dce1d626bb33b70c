import { spawnSync } from 'node:child_process';
import { StartProblem } from './start-problem.ts';

/** The operating system's user that runs PostgreSQL when we are root, whom PostgreSQL refuses. */
export interface Account {
  uid: number;
  gid: number;
  name: string;
}

function idOf(flag: '-u' | '-g' | '-un', user: string): string | null {
  const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

function findAccount(user: string): Account | null {
  const [uid, gid, name] = [idOf('-u', user), idOf('-g', user), idOf('-un', user)];
  return uid === null || gid === null || name === null ? null : { uid: Number(uid), gid: Number(gid), name };
}

/**
 * Who PostgreSQL runs as: ourselves (null), or for root another user that exists already.
 * @param owner uid that owns the data directory already, if there is one
 */
export function postgresAccount(owner?: number): Account | null {
  if (process.getuid?.() !== 0) return null;
  const candidates = owner === undefined || owner === 0 ? ['postgres', 'nobody'] : [String(owner)];
  for (const user of candidates) {
    const account = findAccount(user);
    if (account) return account;
  }
  throw new StartProblem(
    'PostgreSQL does not run as root and this machine has no other user for it: start Seloste as an ordinary user, or set DATABASE_URL.',
  );
}

/** @returns whether the account (null: we ourselves) may enter the directory, every folder above it included */
export function canEnter(account: Account | null, directory: string): boolean {
  const as = account ? { uid: account.uid, gid: account.gid } : {};
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { ...as, cwd: '/', stdio: 'ignore' }).status ===
    0
  );
}
