import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { KillableWorkers } from '../killable-workers.js';
import { parts, type Part, type PurgeWorkerSettings, type Word } from './purge-worker-words.js';

/** How many processes are up and wait for their turn while one works. */
const spares = 3;

/** How long a process is let work where it is killed anywhere, at most, in milliseconds. */
const anywhere = 200;

/** How long a process is waited for until it has something to do, in milliseconds. */
const patience = 2_000;

/** How often the next kill is to fall into a part that is soon over, or into the planning of a run that begins. */
const aims: readonly [Part, number][] = [
  ['look', 0.2],
  ['things', 0.1],
  ['finishing', 0.1],
];
const plansIn = 0.5;

/** Kills processes that purge, one after the other, each at a random instant. */
export class PurgeKiller {
  /** How many fell where. */
  readonly fell: Record<Part, number> = { planning: 0, people: 0, look: 0, things: 0, finishing: 0 };
  private readonly ready: Promise<Purger>[] = [];
  /** How long the parts took the last time, in milliseconds. */
  private readonly took = new Map<Word, number>();

  constructor(private readonly workers: KillableWorkers<PurgeWorkerSettings>) {}

  get killed(): number {
    return parts.reduce((sum, part) => sum + this.fell[part], 0);
  }

  /** Lets the next process go on with the run, and kills it. @returns the part it was at; null, and it counts for nothing, where it was at none */
  async killOne(isNew: boolean): Promise<Part | null> {
    while (this.ready.length <= spares) this.ready.push(Purger.start(this.workers, this.took));
    const purger = await this.ready.shift();
    purger?.begin();
    await purger?.hasPassed(isNew && Math.random() < plansIn ? 'planning' : aimed());
    const part = await purger?.kill();
    if (!part) return null;
    this.fell[part] += 1;
    return part;
  }

  /** What `killOne` took for the planning was only read again. */
  wasPlanned(): void {
    this.fell.planning -= 1;
    this.fell.people += 1;
  }

  async end(): Promise<void> {
    for (const purger of await Promise.all(this.ready.splice(0))) await purger.kill();
  }
}

function aimed(): Part | null {
  let chance = Math.random();
  for (const [part, often] of aims) if ((chance -= often) < 0) return part;
  return null;
}

const isPart = (word: Word): word is Part => (parts as readonly Word[]).includes(word);

/** A process that purges, and where it said that it is. */
export class Purger {
  private word: Word = 'up';
  private since = performance.now();
  private waiting: (() => void)[] = [];

  private constructor(
    private readonly workers: KillableWorkers<PurgeWorkerSettings>,
    private readonly child: ChildProcess,
    private readonly took: Map<Word, number>,
  ) {
    child.on('message', (word: Word) => {
      this.took.set(this.word, performance.now() - this.since);
      [this.word, this.since] = [word, performance.now()];
      this.wake();
    });
    child.once('exit', () => this.wake());
  }

  /** One that is up. */
  static async start(
    workers: KillableWorkers<PurgeWorkerSettings>,
    took = new Map<Word, number>(),
    settings: Partial<PurgeWorkerSettings> = {},
  ): Promise<Purger> {
    const child = workers.start(settings);
    const died = () => new Error(`a process died at its start: ${workers.complaints}`);
    await new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', () => reject(died()));
    });
    return new Purger(workers, child, took);
  }

  get isDead(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  begin(): void {
    this.child.send('begin');
  }

  /** Some instant of its work, or of one part of it. */
  async hasPassed(aim: Part | null): Promise<void> {
    await this.isAt(isPart, patience);
    if (aim) await this.isAt((word) => word === aim || word === 'idle');
    await delay(Math.random() * (aim ? (this.took.get(aim) ?? 20) : anywhere));
  }

  /** Until it is there, or is no more, or for so many milliseconds: what there was to do may have been done by another. */
  async isAt(there: (word: Word) => boolean, atMost = 60_000): Promise<void> {
    const end = AbortSignal.timeout(atMost);
    end.onabort = () => this.wake();
    while (!there(this.word) && this.child.exitCode === null && !end.aborted)
      await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** @returns the part it was at */
  async kill(): Promise<Part | null> {
    await this.workers.kill(this.child);
    return isPart(this.word) ? this.word : null;
  }

  private wake(): void {
    for (const go of this.waiting.splice(0)) go();
  }
}
