import { newId, type RequestContext } from '@seloste/kernel';
import { Database, migrate, readerOf } from '@seloste/platform';
import { migrations } from '@seloste/migrations';
import { createTestApp, limitedUrl, type TestApp, testMasterKey } from '@seloste/testing';
import { startTestPostgres } from '../../../testing/src/postgres/index.ts';
import { Client } from 'pg';
import { Audit } from '../audit.js';
import { AuditKeys } from './audit-keys.js';
import { ChainSealer } from './chain-sealer.js';
import { verifyChain, type ChainReport } from './verify-chain.js';

const keys = new AuditKeys((use) => testMasterKey.derive(use));

const context = (): RequestContext => ({
  actor: { kind: 'user', userId: newId(), permissions: new Map(), language: 'fi' },
  requestId: newId(),
});

const verify = (app: TestApp): Promise<ChainReport> =>
  app.app.get(Database).transaction((tx) => verifyChain(readerOf(tx), keys));

const eventIds = async (app: TestApp): Promise<string[]> =>
  (await app.rows<{ id: string }>('SELECT id FROM audit_events ORDER BY id')).map(({ id }) => id);

describe('sealing', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await createTestApp();
    await app.app.get(ChainSealer).sealPending();
  });
  afterEach(() => app.close());

  /** One act in a transaction of its own. */
  const act = (to: TestApp, subjectId: string, fails = false): Promise<void> =>
    to.app.get(Database).transaction(async (tx) => {
      await to.app
        .get(Audit)
        .record(tx, context(), { action: 'contact.update', subjectType: 'contact', subjectId });
      if (fails) throw new Error('rolled back');
    });

  it('makes one chain of what twenty writers in two processes commit, each event once, none that was rolled back', async () => {
    const second = await createTestApp({ database: app.database });
    const [kept, undone]: [string[], string[]] = [[], []];
    const writer = async (to: TestApp, n: number) => {
      for (let i = 0; i < 30; i++) {
        const subjectId = newId();
        const fails = (n + i) % 5 === 0;
        (fails ? undone : kept).push(subjectId);
        await act(to, subjectId, fails).catch(() => undefined);
        if (i % 7 === 0) await to.app.get(ChainSealer).sealPending();
        if (i % 3 === 0) {
          const looked = newId();
          kept.push(looked);
          await to.app
            .get(Audit)
            .recordRead(context(), { action: 'contact.read', subjectType: 'contact', subjectId: looked });
        }
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, n) => writer(n % 2 ? app : second, n)));
    await Promise.all([app, second].map((one) => one.app.get(ChainSealer).sealPending()));
    const report = await verify(app);
    expect(report).toMatchObject({ verified: true, firstBroken: null, pending: 0 });
    const linked = await app.rows<{ subject_id: string }>(
      'SELECT e.subject_id FROM audit_links l JOIN audit_events e ON e.id = l.event_id ORDER BY 1',
    );
    expect(linked.map((row) => row.subject_id)).toEqual(kept.sort());
    expect(undone.length).toBeGreaterThan(50);
    await second.close();
  });

  it('goes on where it stood when its connection is cut half way', async () => {
    await app.rows(
      `INSERT INTO audit_events (id, occurred_at, actor_kind, actor_name, action, subject_type, request_id)
       SELECT gen_random_uuid(), now(), 'system', 'old', 'contact.update', 'contact', 'old' FROM generate_series(1, 4000)`,
    );
    let outcome = '';
    void app.app
      .get(ChainSealer)
      .sealPending()
      .then(
        () => (outcome = 'done'),
        () => (outcome = 'cut off'),
      );
    const limited = new Client({ connectionString: limitedUrl(app.database) });
    await limited.connect();
    while (outcome === '')
      await limited.query(
        `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7356784 AND granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND EXISTS (SELECT FROM audit_links)`,
      );
    await limited.end();
    expect(outcome).toBe('cut off');
    await app.app.get(ChainSealer).sealPending();
    expect((await verify(app)).firstBroken).toMatchObject({ reason: 'forged_event' }); // none is missing, and all are named as not ours
    const [once] = await app.rows('SELECT count(*)::int AS n, max(seq)::int AS last FROM audit_links');
    expect(once).toEqual({ n: 4000, last: 4000 });
    expect(await app.rows('SELECT 1 FROM audit_pending')).toEqual([]);
  });

  it('takes in what is older than the chain, and holds it from then on', async () => {
    const old = await createTestApp();
    await old.app.get(ChainSealer).sealPending();
    await old.rows('DELETE FROM audit_chain');
    const id = newId();
    await old.rows(
      `INSERT INTO audit_events (id, occurred_at, actor_kind, actor_name, action, subject_type, request_id)
       VALUES ($1, '2020-05-01 12:00:00.123456Z', 'system', 'old', 'contact.update', 'contact', 'old')`,
      [id],
    );
    await old.app.get(ChainSealer).sealPending();
    await act(old, newId());
    await old.app.get(ChainSealer).sealPending();
    expect(await verify(old)).toMatchObject({ verified: true, events: 2 });
    await old.rows('ALTER TABLE audit_events DISABLE TRIGGER audit_events_only_grow');
    await old.rows(`UPDATE audit_events SET occurred_at = '2020-05-01 12:00:00.123457Z' WHERE id = $1`, [id]);
    expect((await verify(old)).firstBroken).toEqual({ seq: 1, eventId: id, reason: 'changed_event' });
    await old.close();
  });

  it('stops when the ends of the chain were moved, and says so', async () => {
    await act(app, newId());
    await app.app.get(ChainSealer).sealPending();
    await app.rows('UPDATE audit_chain SET last_seq = 7');
    await expect(app.app.get(ChainSealer).sealPending()).rejects.toThrow();
    expect((await verify(app)).verified).toBe(false);
  });

  it('is taken up again in another cluster, from a dump', async () => {
    for (let i = 0; i < 5; i++) await act(app, newId());
    await app.app.get(ChainSealer).sealPending();
    await act(app, newId()); // this one still waits
    const other = await startTestPostgres();
    const url = other.url;
    await migrate(url, testMasterKey, migrations);
    const target = new Client({ connectionString: url });
    await target.connect();
    const tables = ['audit_events', 'audit_links', 'audit_pending', 'audit_chain'];
    for (const table of tables) await target.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    for (const table of tables) {
      const [dump] = await app.rows(`SELECT jsonb_agg(t) AS rows FROM ${table} t`);
      await target.query(
        `DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, '${JSON.stringify(dump?.rows ?? [])}')`,
      );
    }
    for (const table of tables) await target.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    await target.end();
    const restored = await createTestApp({ database: { url, masterKey: testMasterKey } });
    await act(restored, newId());
    await restored.app.get(ChainSealer).sealPending();
    expect(await verify(restored)).toMatchObject({ verified: true, events: 7, links: 7, pending: 0 });
    expect((await eventIds(restored)).slice(0, 6)).toEqual(await eventIds(app));
    await restored.close();
    await other.stop();
  });
});
