import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProcess, isRunning, type ProcessIdentity } from '../../libs/embedded-postgres/src/index.ts';
import { takeLock } from './lock.ts';

const SENTENCE = 'Somebody is here already.';

describe('the lock of a start', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seloste-lock-'));
    file = join(folder, 'running.json');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** A process that lives for some milliseconds. */
  function passing(milliseconds: number): ProcessIdentity {
    const child = spawn(process.execPath, ['-e', `setTimeout(() => {}, ${milliseconds})`]);
    const identity = findProcess(child.pid ?? 0);
    if (!identity) throw new Error('the process did not start');
    return identity;
  }

  const dead: ProcessIdentity = { pid: process.pid, born: 'before this machine was started' };

  it('tells the second who holds it, and leaves the first alone', async () => {
    const first = await takeLock(file, SENTENCE);
    await expect(takeLock(file, 'another')).rejects.toThrow(SENTENCE);
    first.release();
    const second = await takeLock(file, SENTENCE);
    second.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('passes on from a dead holder once the application it started has ended', async () => {
    const application = passing(400);
    writeFileSync(file, JSON.stringify({ launcher: dead, sentence: SENTENCE, application }));
    const lock = await takeLock(file, SENTENCE);
    expect(isRunning(application)).toBe(false);
    lock.release();
  });

  it('passes to exactly one of many who find it stale', async () => {
    writeFileSync(file, '{"half');
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => takeLock(file, SENTENCE)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['running.json']);
  });
});
