import { fork, type ChildProcess, type ForkOptions } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port');
  return address.port;
}

/** Milliseconds from the call until the address answers with success. */
export async function waitFor(url: string, isOver: () => boolean, patience = 120_000): Promise<number> {
  const began = performance.now();
  const answers = (): Promise<boolean> =>
    new Promise((resolve) => {
      const request = get(url, { agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      });
      request.on('error', () => {
        resolve(false);
      });
    });
  while (!(await answers())) {
    if (isOver() || performance.now() - began > patience)
      throw new Error(`${url} does not answer: see the log in the bench's folder`);
    await sleep(20);
  }
  return performance.now() - began;
}

/** A child that talks with us in structured clones and ends when we do. Its output goes to a file. */
export function forkProgram(
  file: string,
  folder: string,
  options: ForkOptions & { log: string },
): ChildProcess {
  mkdirSync(folder, { recursive: true });
  const log = openSync(join(folder, options.log), 'a');
  return fork(file, [], {
    cwd: root,
    serialization: 'advanced',
    ...options,
    stdio: ['ignore', log, log, 'ipc'],
  });
}

export async function endProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  if ((await Promise.race([ended, sleep(10_000, 'late', { ref: false })])) === 'late') child.kill('SIGKILL');
  await ended;
}
