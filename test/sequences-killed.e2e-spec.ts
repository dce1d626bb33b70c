import { setTimeout as wait } from 'node:timers/promises';
import { aContact, createTestApp, limitedUrl, type Caller, type TestApp } from '@seloste/testing';
import { Client } from 'pg';
import { TakeSteps } from '../libs/mailings/src/sequences/take-steps.js';

const hour = 60 * 60_000;

/** Whoever is in the middle of taking steps loses the connection, as if the process were gone. */
const kill = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()
    AND pid IN (SELECT pid FROM pg_locks WHERE relation = 'sequence_runs'::regclass AND mode IN ('RowShareLock', 'RowExclusiveLock'))`;

describe('the steps of sequences', () => {
  let app: TestApp;
  let other: TestApp;
  let samu: Caller;
  let killer: Client;
  let later = 0;

  beforeAll(async () => {
    const clock = { now: () => new Date(Date.now() + later) };
    app = await createTestApp({ process: 'api', clock });
    other = await createTestApp({ database: app.database, process: 'api', clock });
    const admin = await app.setUp();
    samu = await app.signIn(admin, { roles: ['sales_manager'] });
    killer = new Client({ connectionString: limitedUrl(app.database) });
    await killer.connect();
  });
  afterAll(async () => {
    await killer.end();
    await other.close();
    await app.close();
  });

  const begin = async (): Promise<string> => {
    const emails = [`asa.${Math.random()}@kvarnen.example`];
    const { body } = await samu.post('/contacts', aContact({ emails })).expect(201);
    await samu.post(`/contacts/${body.id}/sequence-starts`, { trigger: 'signed_up' }).expect(201);
    return body.id;
  };
  const work = (one: TestApp) => one.app.get(TakeSteps).run();

  it('are taken once each, however many processes work and wherever they are killed (V5)', async () => {
    const fi = { subject: 'Tervetuloa', blocks: [{ type: 'text', text: 'Tervetuloa' }] };
    const template = { name: 'Tervetuloa', purpose: 'service', contents: { fi } };
    const { id: templateId } = (await samu.post('/templates', template).expect(201)).body;
    const steps = Array.from({ length: 6 }, (_, index) => ({ afterHours: index + 1, templateId }));
    const sequence = {
      name: 'Alku',
      trigger: 'signed_up',
      purpose: 'service',
      serviceReason: 'tilin avaus',
      steps,
    };
    await samu.post('/sequences', sequence).expect(201);
    const people: string[] = [];
    for (let n = 0; n < 15; n++) people.push(await begin());

    let killed = 0;
    for (let round = 0; killed < 40 && round < 120; round++) {
      later += hour / 20;
      const works = Promise.allSettled([work(app), work(other)]);
      for (let moment = 0; moment < 4; moment++) {
        await wait(2 + (round % 5) * 3);
        killed += (await killer.query(kill)).rows.length;
      }
      await works;
    }
    expect(killed).toBeGreaterThan(10);

    for (let passed = 0; passed < steps.length + 1; passed++) {
      later += hour;
      await Promise.all([work(app), work(other)]);
    }
    const counts = await app.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM messages WHERE contact_id = ANY($1::uuid[]) GROUP BY contact_id',
      [people],
    );
    expect(counts.map(({ n }) => n)).toEqual(people.map(() => steps.length));
    const ends = await app.rows('SELECT DISTINCT ended_because FROM sequence_runs');
    expect(ends).toEqual([{ ended_because: 'completed' }]);
  });
});
