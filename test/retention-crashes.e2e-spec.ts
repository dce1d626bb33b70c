import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '@seloste/kernel';
import { createTestApp, limitedUrl, type TestApp } from '@seloste/testing';
import { Client } from 'pg';
import { addProspects } from './support/retention-register.js';
import { KillableWorkers } from './support/killable-workers.js';
import type { PurgeWorkerSettings } from './support/retention-worker/worker.js';

/** How often a process is killed, and how often one loses its database, if the time allows it; more by hand: `SELOSTE_TEST_KILLS=2000`. */
const kills = Number(process.env.SELOSTE_TEST_KILLS ?? 200);

/** Where no number is asked for, each of the two ends after this time, in milliseconds. */
const longest = process.env.SELOSTE_TEST_KILLS ? Infinity : 45_000;

const atOnce = 3;

describe('processes that are killed at any instant while they purge', () => {
  let app: TestApp;
  let workers: KillableWorkers<PurgeWorkerSettings>;

  beforeAll(async () => {
    app = await createTestApp({ process: 'api' });
    await app.setUp();
    workers = await KillableWorkers.prepare(join(import.meta.dirname, 'support/retention-worker'), {
      databaseUrl: app.database.url,
      masterKey: '07'.repeat(32),
      now: '2026-11-23T10:00:00Z',
    });
  });
  afterAll(async () => {
    await workers.end();
    await app.close();
  });

  const said = (worker: ChildProcess, word: string): Promise<unknown> =>
    new Promise((resolve) => {
      worker.on('message', (message) => message === word && resolve(undefined));
      worker.once('exit', resolve);
    });

  async function left(): Promise<number> {
    const [row] = await app.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM retention_run_items WHERE outcome = 'pending' AND subject_id IS NOT NULL`,
    );
    return row?.n ?? 0;
  }

  const isUnderWay = async () =>
    (await app.rows(`SELECT 1 FROM retention_runs WHERE status IN ('queued', 'running')`)).length > 0;

  /** Keeps some processes up and kills one after the other, as long as the run lasts. */
  async function killAgainAndAgain(): Promise<number> {
    let killed = 0;
    const end = performance.now() + longest;
    const one = async (): Promise<void> => {
      while (killed < kills && performance.now() < end && (await isUnderWay())) {
        const worker = workers.start();
        if (Math.random() < 0.1) await delay(Math.random() * 1_000);
        else await said(worker, 'up');
        await delay(Math.random() * (Math.random() < 0.1 ? 8_000 : 1_500));
        await workers.kill(worker);
        killed += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    return killed;
  }

  /** Ends all connections of a process that goes on, at any instant, as when the database server goes. */
  async function cutAgainAndAgain(): Promise<number> {
    let cut = 0;
    const server = new Client({ connectionString: limitedUrl(app.database) });
    await server.connect();
    const worker = workers.start();
    await said(worker, 'up');
    for (
      const end = performance.now() + longest;
      cut < kills && performance.now() < end && (await isUnderWay());
      cut++
    ) {
      await delay(Math.random() * 500);
      await server.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'seloste' AND usename = current_user`,
      );
    }
    await server.end();
    await workers.kill(worker);
    return cut;
  }

  it('forget everybody who is due, each once and nobody by half, and take nothing twice (V12, design §7)', async () => {
    const due = await addProspects(app, 500, { collectedOn: '2025-11-20', name: 'Zor' });
    const young = await addProspects(app, 50, { collectedOn: '2026-01-20', name: 'Vur' });
    await addProspects(app, 2_500, {
      collectedOn: '2026-01-20',
      name: 'Pax',
      calledAt: '2023-01-01T12:00:00Z',
    });
    const runId = newId();
    await app.rows(
      `INSERT INTO retention_runs (id, kind, dry_run, status, requested_at, progressed_at, as_of) VALUES ($1, 'nightly', false, 'queued', now(), now(), '2026-11-23')`,
      [runId],
    );
    const [killed, cut] = [await killAgainAndAgain(), await cutAgainAndAgain()];
    expect(killed + cut).toBeGreaterThanOrEqual(Math.min(kills, 50));
    // The last process finishes undisturbed.
    const last = workers.start();
    await said(last, 'idle');
    expect(await left()).toBe(0);
    const [run] = await app.rows<{ status: string; counts: { people: object } }>(
      'SELECT status, counts FROM retention_runs',
    );
    expect(run).toMatchObject({
      status: 'complete',
      counts: { people: { done: due.length, failed: 0, pending: 0 } },
    });
    const erased = await app.rows<{ id: string }>(
      'SELECT id FROM contacts WHERE erased_at IS NOT NULL ORDER BY id',
    );
    expect(erased.map(({ id }) => id)).toEqual([...due].sort());
    // Each once: one erasure, one item, one act on record.
    const once = await app.rows(
      `SELECT count(*)::int AS n, count(DISTINCT contact_id)::int AS people, bool_and(status = 'complete') AS done FROM erasures`,
    );
    expect(once).toEqual([{ n: due.length, people: due.length, done: true }]);
    const acts = await app.rows(
      `SELECT count(*)::int AS n, count(DISTINCT subject_id)::int AS people FROM audit_events WHERE action = 'contact.erase'`,
    );
    expect(acts).toEqual([{ n: due.length, people: due.length }]);
    // Nobody by half: of nobody who is gone there is an address, a name or a word, and of the others there is everything.
    const halves = await app.rows(
      `SELECT 1 FROM contacts c WHERE c.erased_at IS NOT NULL AND (c.last_name LIKE 'Zor%' OR EXISTS (SELECT FROM contact_points p WHERE p.contact_id = c.id)
         OR EXISTS (SELECT FROM interactions i WHERE i.id = c.id AND i.body IS NOT NULL))`,
    );
    expect(halves).toEqual([]);
    const kept = await app.rows(
      `SELECT count(*)::int AS n FROM contacts c JOIN contact_points p ON p.contact_id = c.id JOIN interactions i ON i.id = c.id
       WHERE c.id = ANY ($1) AND c.last_name LIKE 'Vur%' AND i.body IS NOT NULL`,
      [young],
    );
    expect(kept).toEqual([{ n: young.length }]);
    const bodies = await app.rows(
      `SELECT (SELECT counted FROM retention_run_items WHERE rule_key = 'call_bodies') AS counted, count(*)::int AS redacted
       FROM interactions WHERE redacted_at IS NOT NULL AND occurred_at < '2023-11-24'`,
    );
    expect(bodies).toEqual([{ counted: 2_500, redacted: 2_500 }]);
  }, 600_000);
});
