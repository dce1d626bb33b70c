import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '@seloste/kernel';
import { createTestApp, limitedUrl, type Caller, type TestApp } from '@seloste/testing';
import { Client } from 'pg';
import { KillableWorkers } from './support/killable-workers.js';
import { PurgeKiller, Purger } from './support/retention/kill-purges.js';
import type { PurgeWorkerSettings } from './support/retention/purge-worker-words.js';
import { DueInWaves } from './support/retention/due-in-waves.js';

/** How often a process is killed, if the time allows it; more by hand: `SELOSTE_TEST_KILLS=2000`. */
const kills = Number(process.env.SELOSTE_TEST_KILLS ?? 200);

/** Where no number is asked for, the killing ends after this time, in milliseconds. */
const longest = process.env.SELOSTE_TEST_KILLS ? Infinity : 200_000;

/** A machine on which it comes to fewer kills in that time has shown too little. */
const fewest = Math.min(kills, 60);

/** For how long connections are cut, in milliseconds. */
const cutting = 15_000;

/** What the clock of a process says that was kept waiting for a processor. */
const late = /^\[Cron\] Missed execution deadline.*\n/gm;

const now = '2026-11-23T10:00:00Z';

describe('processes that are killed at any instant while they purge', () => {
  let app: TestApp;
  let officer: Caller;
  let workers: KillableWorkers<PurgeWorkerSettings>;
  let waves: DueInWaves;

  beforeAll(async () => {
    app = await createTestApp({ process: 'api', clock: { now: () => new Date(now) } });
    officer = await app.signIn(await app.setUp(), { roles: ['privacy_officer'] });
    const settings = {
      databaseUrl: app.database.url,
      masterKey: '07'.repeat(32),
      now,
      process: 'api',
    } as const;
    workers = await KillableWorkers.prepare<PurgeWorkerSettings>(
      join(import.meta.dirname, 'support/retention/killable-worker'),
      settings,
      ['@nestjs/swagger', 'class-validator', 'class-transformer'],
    );
    waves = await DueInWaves.begin(app);
  });
  afterAll(async () => {
    await workers.end();
    await app.close();
  });

  const underWay = async () =>
    (
      await app.rows<{ isPlanned: boolean }>(
        `SELECT started_at IS NOT NULL AS "isPlanned" FROM retention_runs WHERE status IN ('queued', 'running')`,
      )
    )[0];

  const beginRun = () =>
    app.rows(
      `INSERT INTO retention_runs (id, kind, dry_run, status, requested_at, progressed_at, as_of) VALUES ($1, 'by_hand', false, 'queued', now(), now(), '2026-11-23')`,
      [newId()],
    );

  /** While the process lives that does it. */
  async function runIsOver(by: Purger): Promise<void> {
    while (await underWay()) {
      if (by.isDead) throw new Error(`the process died: ${workers.complaints}`);
      await delay(100);
    }
  }

  /** A process finishes undisturbed. */
  async function finish(): Promise<void> {
    const last = await Purger.start(workers);
    last.begin();
    await runIsOver(last);
    await last.kill();
  }

  it('forget everybody who is due, each once and nobody by half, and take nothing twice (V12, design §7)', async () => {
    const killer = new PurgeKiller(workers);
    for (const end = performance.now() + longest; killer.killed < kills && performance.now() < end;) {
      const isNew = !(await underWay());
      if (isNew) {
        await waves.add(25);
        await beginRun();
      }
      if ((await killer.killOne(isNew)) === 'planning' && (await underWay())?.isPlanned !== false)
        killer.wasPlanned();
    }
    await killer.end();
    const { killed, fell } = killer;
    process.stderr.write(`killed ${killed} times: ${JSON.stringify(fell)}\n`);
    expect(killed).toBeGreaterThanOrEqual(fewest);
    await finish();
    await waves.expectGoneOnce();
    expect(workers.complaints.replace(late, '')).toBe('');
    for (const part of Object.values(fell)) expect(part).toBeGreaterThan(0);
  }, 600_000);

  it('go on when the database has gone under them', async () => {
    await waves.add(300);
    await beginRun();
    const server = new Client({ connectionString: limitedUrl(app.database) });
    await server.connect();
    const purger = await Purger.start(workers);
    purger.begin();
    let cut = 0;
    for (const end = performance.now() + cutting; performance.now() < end && (await underWay()); cut++) {
      await delay(Math.random() * 300);
      await server.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'seloste' AND usename = current_user`,
      );
    }
    await server.end();
    expect(cut).toBeGreaterThanOrEqual(10);
    await runIsOver(purger);
    await purger.kill();
    await waves.expectGoneOnce();
  }, 600_000);

  it('are followed by one that finds what they left by itself, as the product starts', async () => {
    await waves.add(100);
    const { body } = await officer.post('/retention/runs', { dryRun: false }).expect(202);
    const killed = await Purger.start(workers, new Map(), { process: 'worker' });
    await killed.isAt((word) => word === 'people');
    await delay(Math.random() * 300);
    expect(await killed.kill()).not.toBeNull();
    expect(await underWay()).toEqual({ isPlanned: true });
    const next = await Purger.start(workers, new Map(), { process: 'worker' });
    await runIsOver(next);
    await next.kill();
    const run = await officer.get(`/retention/runs/${body.id}`).expect(200);
    expect(run.body).toMatchObject({ status: 'complete', people: { done: 100, pending: 0 }, exceptions: 0 });
    await waves.expectGoneOnce();
  }, 600_000);
});
