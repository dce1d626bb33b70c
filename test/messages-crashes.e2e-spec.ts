import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { createTestApp, type TestApp } from '@seloste/testing';
import { startCountingServer, type CountingServer } from './support/messages/counting-server.js';
import { addPeople, queueMailing } from './support/messages/outbox.js';
import { KillableWorkers } from './support/killable-workers.js';
import type { WorkerSettings } from './support/messages/worker.js';

/** How often a process is killed, if the time allows it; more by hand: `SELOSTE_TEST_KILLS=2000`. */
const kills = Number(process.env.SELOSTE_TEST_KILLS ?? 200);

/** Where no number is asked for, it ends after this time, in milliseconds. */
const longest = process.env.SELOSTE_TEST_KILLS ? Infinity : 180_000;

/** What a process has in hand at most: the batch that is on its way, of at most so many messages. */
const batchSize = 10;

const atOnce = 4;

describe('processes that are killed at any instant while they send', () => {
  let server: CountingServer;
  let app: TestApp;
  let workers: KillableWorkers<WorkerSettings>;
  let isCalm = false;

  beforeAll(async () => {
    server = await startCountingServer(() => (isCalm ? 0 : Math.random() * 15));
    app = await createTestApp({ process: 'api' });
    await app.setUp();
    const settings = {
      databaseUrl: app.database.url,
      masterKey: '07'.repeat(32),
      smtpUrl: server.url,
      batchSize,
      content: { subject: 'Kvarnen', text: 'Hej! {{link}}', html: '<p>Hej! <a href="{{link}}">Nej</a></p>' },
    };
    const worker = join(import.meta.dirname, 'support/messages/worker');
    workers = await KillableWorkers.prepare(worker, settings, ['@nestjs/schedule', '@nestjs/core']);
  });
  afterAll(async () => {
    await workers.end();
    await app.close();
    await server.close();
  });

  const statuses = async () =>
    Object.fromEntries(
      (
        await app.rows<{ status: string; n: number }>(
          'SELECT status, count(*)::int AS n FROM messages GROUP BY 1',
        )
      ).map(({ status, n }) => [status, n]),
    );

  /** Some instant in which the process may be anywhere: at its start, or in the midst of any message of its first batches. */
  async function anInstant(worker: ChildProcess): Promise<void> {
    if (Math.random() < 0.1) return delay(Math.random() * 200);
    await Promise.race([
      new Promise((resolve) => worker.once('message', resolve)),
      delay(20_000, undefined, { ref: false }),
    ]);
    const enough = server.taken.length + Math.random() * 4 * batchSize;
    for (const end = performance.now() + 5_000; server.taken.length < enough && performance.now() < end;)
      await delay(2);
    await delay(Math.random() * 30);
  }

  /** Keeps some processes up and kills one after the other. */
  async function killAgainAndAgain(): Promise<number> {
    let killed = 0;
    const end = performance.now() + longest;
    const one = async (): Promise<void> => {
      while (killed < kills && performance.now() < end) {
        killed += 1;
        const worker = workers.start();
        await anInstant(worker);
        await workers.kill(worker);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    return killed;
  }

  it('send nothing twice, lose nothing, and leave in doubt no more than they had in hand (design §7)', async () => {
    const people = await addPeople(app, kills * 15);
    const { ids } = await queueMailing(app, people);
    const killed = await killAgainAndAgain();
    expect(killed).toBeGreaterThanOrEqual(Math.min(kills, 100));
    expect(workers.complaints).toBe('');
    const onTheWay = await statuses();
    expect(onTheWay.handed_over).toBeGreaterThan(killed);
    // The last process finishes undisturbed: what waits leaves, and what the dead had in hand is in doubt for good.
    isCalm = true;
    const last = workers.start();
    await new Promise<void>((resolve) => last.on('message', (message) => message === 'idle' && resolve()));
    const perMessage = new Map<string, number>();
    for (const { messageId } of server.taken) perMessage.set(messageId, (perMessage.get(messageId) ?? 0) + 1);
    const rows = await app.rows<{ id: string; status: string }>('SELECT id, status FROM messages');
    expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
    const wrong = rows.filter(({ id, status }) => {
      const times = perMessage.get(id) ?? 0;
      return status === 'handed_over' ? times !== 1 : status === 'in_doubt' ? times > 1 : true;
    });
    expect(wrong).toEqual([]);
    expect(new Set(server.taken.map(({ to }) => to)).size).toBe(server.taken.length);
    const after = await statuses();
    expect(after.in_doubt).toBeGreaterThan(0);
    expect(after.in_doubt).toBeLessThanOrEqual(killed * 2 * batchSize);
    const [told] = await app.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM messages WHERE status = 'handed_over' AND interaction_id IS NULL`,
    );
    expect(told?.n).toBe(0);
  }, 600_000);
});
