import { execFile, fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Processes that work and can be killed: the product's own code, bundled once, so that they are up soon. */
export class KillableWorkers<Settings extends object> {
  readonly living = new Set<ChildProcess>();
  /** What they wrote on their standard error. */
  complaints = '';

  private constructor(
    private readonly home: string,
    private readonly folder: string,
    private readonly settings: Settings,
  ) {}

  /** @param home the folder of `bundle.mjs`, `start-worker.mjs` and the `worker.ts`, which finds its settings in `WORKER_SETTINGS` */
  static async prepare<Settings extends object>(
    home: string,
    settings: Settings,
  ): Promise<KillableWorkers<Settings>> {
    const folder = mkdtempSync(join(tmpdir(), 'seloste-workers-'));
    const bundler = join(home, 'bundle.mjs');
    await promisify(execFile)(process.execPath, [bundler, folder], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    return new KillableWorkers(home, folder, settings);
  }

  start(): ChildProcess {
    const child = fork(join(this.home, 'start-worker.mjs'), [this.folder], {
      env: { ...process.env, WORKER_SETTINGS: JSON.stringify(this.settings), NODE_OPTIONS: '' },
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
