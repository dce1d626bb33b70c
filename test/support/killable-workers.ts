import { execFile, fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const home = join(import.meta.dirname, 'killable-workers');

/** Processes that work and can be killed: the product's own code, bundled once, so that they are up soon. */
export class KillableWorkers<Settings extends object> {
  readonly living = new Set<ChildProcess>();
  /** What they wrote on their standard error. */
  complaints = '';

  private constructor(
    private readonly folder: string,
    private readonly worker: string,
    private readonly settings: Settings,
  ) {}

  /**
   * @param worker the file that they run, without its ending; it finds its settings in `WORKER_SETTINGS`
   * @param unused packages that nothing of what they do needs, and that are therefore left out
   */
  static async prepare<Settings extends object>(
    worker: string,
    settings: Settings,
    unused: readonly string[] = [],
  ): Promise<KillableWorkers<Settings>> {
    const folder = mkdtempSync(join(tmpdir(), 'seloste-workers-'));
    const bundle = [join(home, 'bundle.mjs'), folder, `${worker}.ts`, ...unused];
    await promisify(execFile)(process.execPath, bundle, { env: { ...process.env, NODE_OPTIONS: '' } });
    return new KillableWorkers(folder, `${basename(worker)}.js`, settings);
  }

  /** @param settings that differ from those of the others */
  start(settings: Partial<Settings> = {}): ChildProcess {
    const told = JSON.stringify({ ...this.settings, ...settings });
    const child = fork(join(home, 'start-worker.mjs'), [this.folder, this.worker], {
      env: { ...process.env, WORKER_SETTINGS: told, NODE_OPTIONS: '' },
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
