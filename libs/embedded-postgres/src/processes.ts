import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that is told apart from a later one with the same number by the moment it began. */
export interface ProcessIdentity {
  pid: number;
  /** Opaque: the same text for as long as the process lives, another after a restart of the machine. */
  born: string;
}

function ps(pid: number, column: string): string | null {
  const { status, stdout } = spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : null;
}

function bornAt(pid: number): string | null {
  if (process.platform !== 'linux') return ps(pid, 'lstart');
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ended = fields[0] === 'Z' || fields[0] === 'X';
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return ended ? null : `${boot}/${fields[19] ?? ''}`;
  } catch {
    return null; // no such process
  }
}

/** @returns the identity of a running process, or null when none has this number */
export function findProcess(pid: number): ProcessIdentity | null {
  const born = bornAt(pid);
  return born === null ? null : { pid, born };
}

export function isRunning(identity: ProcessIdentity): boolean {
  return bornAt(identity.pid) === identity.born;
}

/** @returns whether the process ended within `milliseconds` */
export async function hasEndedWithin(identity: ProcessIdentity, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isRunning(identity)) {
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}

/** @returns whether this process is a PostgreSQL server working on the given data directory */
export function isPostgresOn(pid: number, directory: string): boolean {
  if (process.platform !== 'linux') {
    const command = ps(pid, 'command') ?? '';
    return command.includes('postgres') && command.includes(directory);
  }
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    if (!basename(words[0] ?? '').startsWith('postgres')) return false;
    return words.includes(directory) || readlinkSync(`/proc/${pid}/cwd`) === directory;
  } catch {
    return false; // gone, or another user's
  }
}
