import { execFile, fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PurgeWorkerSettings } from './worker.js';

/** Processes that purge and can be killed: the whole product, bundled once, so that they are up soon. */
export class PurgeWorkers {
  readonly living = new Set<ChildProcess>();
  /** What they wrote on their standard error. */
  complaints = '';

  private constructor(
    private readonly folder: string,
    private readonly settings: PurgeWorkerSettings,
  ) {}

  static async prepare(settings: PurgeWorkerSettings): Promise<PurgeWorkers> {
    const folder = mkdtempSync(join(tmpdir(), 'seloste-purge-'));
    const bundler = join(import.meta.dirname, 'bundle.mjs');
    await promisify(execFile)(process.execPath, [bundler, folder], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    return new PurgeWorkers(folder, settings);
  }

  start(): ChildProcess {
    const child = fork(join(import.meta.dirname, 'start-worker.mjs'), [this.folder], {
      env: { ...process.env, PURGE_WORKER: JSON.stringify(this.settings), NODE_OPTIONS: '' },
      execArgv: ['--no-warnings'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child.stderr?.on('data', (chunk: Buffer) => (this.complaints += chunk.toString()));
    this.living.add(child);
    child.once('exit', () => this.living.delete(child));
    return child;
  }

  /** As when the power goes. */
  async kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async end(): Promise<void> {
    await Promise.all([...this.living].map((child) => this.kill(child)));
    rmSync(this.folder, { recursive: true, force: true });
  }
}
