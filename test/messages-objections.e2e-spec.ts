import { join } from 'node:path';
import { newId } from '@seloste/kernel';
import { createTestApp, type TestApp } from '@seloste/testing';
import { Client } from 'pg';
import { startCountingServer, type CountingServer } from './support/messages/counting-server.js';
import { addPeople, queueMailing } from './support/messages/outbox.js';
import { KillableWorkers } from './support/killable-workers.js';
import type { WorkerSettings } from './support/messages/worker.js';

const [companies, perCompany] = [100, 100];

/** So many people object while ten thousand messages leave, one after the other on each of a few connections. */
const [objections, objectors] = [1_500, 4];

const object = (column: 'contact_id' | 'company_id') =>
  `INSERT INTO objections (id, ${column}, channel, purpose, objected_at, received_via, recorded_at)
   VALUES ($1, $2, 'email', 'newsletter', now(), 'one_click', now())`;

describe('ten thousand messages, while objections rain', () => {
  let server: CountingServer;
  let app: TestApp;
  let workers: KillableWorkers<WorkerSettings>;

  beforeAll(async () => {
    server = await startCountingServer();
    app = await createTestApp({ process: 'api' });
    await app.setUp();
    const settings = {
      databaseUrl: app.database.url,
      masterKey: '07'.repeat(32),
      smtpUrl: server.url,
      batchSize: 50,
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

  /** People by company, each with a message that waits. */
  async function queueForAll(): Promise<Map<string, string[]>> {
    const byCompany = new Map<string, string[]>();
    for (let i = 0; i < companies; i++) {
      const people = await addPeople(app, perCompany, { prefix: `c${i}-` });
      const [row] = await app.rows<{ id: string }>('SELECT company_id AS id FROM contacts WHERE id = $1', [
        people[0],
      ]);
      byCompany.set(String(row?.id), people);
    }
    await queueMailing(app, [...byCompany.values()].flat());
    return byCompany;
  }

  it('stops every message whose objection is on record before it leaves (H12, C8)', async () => {
    const byCompany = await queueForAll();
    const people = [...byCompany.values()].flat().sort(() => Math.random() - 0.5);
    const forbidding = [...byCompany.keys()].slice(0, 10);
    /** When the objection of each person was on record: nothing may reach them after it. */
    const since = new Map<string, number>();
    const isOver = () => server.taken.length + since.size >= companies * perCompany;
    const rain = async (objector: number) => {
      const client = new Client({ connectionString: app.database.url });
      await client.connect();
      for (let i = objector; i < objections && !isOver(); i += objectors) {
        const companyId = i % (objections / forbidding.length) === 0 ? forbidding.pop() : undefined;
        const affected = companyId === undefined ? [String(people[i])] : (byCompany.get(companyId) ?? []);
        await client.query('BEGIN');
        await client.query(object(companyId === undefined ? 'contact_id' : 'company_id'), [
          newId(),
          companyId ?? affected[0],
        ]);
        const recorded = performance.now();
        await client.query('COMMIT');
        for (const id of affected) if (!since.has(id)) since.set(id, recorded);
      }
      await client.end();
    };
    const idle = [workers.start(), workers.start()].map(
      (worker) =>
        new Promise<void>((resolve) => worker.on('message', (said) => said === 'idle' && resolve())),
    );
    await Promise.all(Array.from({ length: objectors }, (_, i) => rain(i)));
    await Promise.all(idle);

    const rows = await app.rows<{ id: string; contactId: string; status: string; code: string }>(
      `SELECT id, contact_id AS "contactId", status, decision_code AS code FROM messages`,
    );
    const takenAt = new Map(server.taken.map(({ messageId, at }) => [messageId, at]));
    const late = rows.filter(
      ({ id, contactId }) => (takenAt.get(id) ?? -Infinity) > (since.get(contactId) ?? Infinity),
    );
    expect(late).toEqual([]);
    const objected = rows.filter(({ contactId }) => since.has(contactId));
    const stopped = objected.filter(({ status }) => status === 'stopped');
    expect(new Set(stopped.map(({ code }) => code))).toEqual(new Set(['objected', 'company_objected']));
    expect(objected.length - stopped.length).toBe(objected.filter(({ id }) => takenAt.has(id)).length);
    // It rained on messages that had left and on such that had not, and who did not object got theirs.
    expect(stopped.length).toBeGreaterThan(200);
    const others = rows.filter(({ contactId }) => !since.has(contactId));
    expect(others.every(({ id, status }) => status === 'handed_over' && takenAt.has(id))).toBe(true);
    expect(workers.complaints).toBe('');
  }, 300_000);
});
