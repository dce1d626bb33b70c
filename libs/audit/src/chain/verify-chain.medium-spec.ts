import { newId, type RequestContext } from '@seloste/kernel';
import { Database } from '@seloste/platform';
import { createTestApp, type TestApp, testMasterKey } from '@seloste/testing';
import { Client } from 'pg';
import { Audit } from '../audit.js';
import { AuditKeys, genesis, type LinkBody } from './audit-keys.js';
import { ChainSealer } from './chain-sealer.js';
import { verifyChain, type ChainReport, type Head } from './verify-chain.js';

const context: RequestContext = {
  actor: { kind: 'system', name: 'the test' },
  requestId: 'request',
};
const keys = new AuditKeys((use) => testMasterKey.derive(use));
const strangerKeys = new AuditKeys(() => '09'.repeat(32));

describe('the audit chain', () => {
  let app: TestApp;
  let owner: Client;
  const ids: string[] = [];

  beforeAll(async () => {
    app = await createTestApp();
    owner = new Client({ connectionString: app.database.url });
    await owner.connect();
    const audit = app.app.get(Audit);
    for (let i = 0; i < 12; i++) await addEvent(audit);
    await app.app.get(ChainSealer).sealPending();
    const links = await app.rows<{ event_id: string }>('SELECT event_id FROM audit_links ORDER BY seq');
    ids.push(...links.map((link) => link.event_id));
  });
  afterAll(async () => {
    await owner.end();
    await app.close();
  });

  function addEvent(audit: Audit, subjectId = newId()): Promise<void> {
    const fields = ['title', 'emails'];
    return app.app.get(Database).transaction((tx) =>
      audit.record(tx, context, {
        action: 'contact.update',
        subjectType: 'contact',
        subjectId,
        fields,
        shownIds: [newId()],
      }),
    );
  }

  const verify = (noted?: Head): Promise<ChainReport> =>
    verifyChain(
      {
        read: async (sql, parameters) => (await owner.query(sql, parameters)).rows,
      },
      keys,
      noted,
    );

  /** What is reported after the owner of the database has done this, with all triggers out of the way. */
  async function after(...tampering: (string | (() => Promise<unknown>))[]): Promise<ChainReport> {
    await owner.query('BEGIN');
    try {
      await owner.query(
        'ALTER TABLE audit_events DISABLE TRIGGER USER; ALTER TABLE audit_links DISABLE TRIGGER USER',
      );
      for (const act of tampering) await (typeof act === 'string' ? owner.query(act) : act());
      return await verify();
    } finally {
      await owner.query('ROLLBACK');
    }
  }

  it('verifies as long as nobody touches it', async () => {
    const report = await verify();
    expect(report).toMatchObject({
      verified: true,
      firstBroken: null,
      pending: 0,
      head: { seq: ids.length },
    });
    expect([report.events, report.links]).toEqual([ids.length, ids.length]);
  });

  it.each([
    ['action', `action = 'contact.read'`],
    ['time', `occurred_at = occurred_at + interval '1 microsecond'`],
    ['actor', `actor_name = 'somebody else'`],
    ['subject', `subject_id = gen_random_uuid()`],
    ['fields', `fields = '{title}'`],
    ['shown people', `shown_ids = '{}'`],
    ['class', `class = 'read'`],
  ])('names the event whose %s the owner of the database changed', async (_, change) => {
    const { verified, firstBroken } = await after(
      `UPDATE audit_events SET ${change} WHERE id = '${ids[4] ?? ''}'`,
    );
    expect({ verified, firstBroken }).toEqual({
      verified: false,
      firstBroken: { seq: 5, eventId: ids[4], reason: 'changed_event' },
    });
  });

  it('names the first of several', async () => {
    const change = `UPDATE audit_events SET fields = '{}' WHERE id IN ('${ids[7] ?? ''}', '${ids[2] ?? ''}')`;
    expect((await after(change)).firstBroken).toMatchObject({ seq: 3 });
  });

  it('names an event that was deleted', async () => {
    const { firstBroken } = await after(`DELETE FROM audit_events WHERE id = '${ids[4] ?? ''}'`);
    expect(firstBroken).toEqual({ seq: 5, eventId: ids[4], reason: 'missing_event' });
  });

  it('names an event that was deleted with its link', async () => {
    const id = ids[4] ?? '';
    const { firstBroken } = await after(
      `DELETE FROM audit_events WHERE id = '${id}'; DELETE FROM audit_links WHERE event_id = '${id}'`,
    );
    expect(firstBroken).toEqual({ seq: 5, eventId: null, reason: 'gap' });
  });

  it('sees that the gap was closed by moving the later links', async () => {
    const id = ids[4] ?? '';
    const { firstBroken } = await after(
      `DELETE FROM audit_events WHERE id = '${id}'; DELETE FROM audit_links WHERE event_id = '${id}'`,
      `UPDATE audit_links SET seq = -seq WHERE seq > 5; UPDATE audit_links SET seq = -seq - 1 WHERE seq < 0`,
    );
    expect(firstBroken).toEqual({ seq: 5, eventId: ids[5], reason: 'broken_hash' });
  });

  it('sees that links were cut off at the end, or at the beginning', async () => {
    const cut = (
      from: string,
    ) => `DELETE FROM audit_events WHERE id IN (SELECT event_id FROM audit_links WHERE ${from});
      DELETE FROM audit_links WHERE ${from}`;
    expect((await after(cut('seq > 10'))).firstBroken).toEqual({ seq: 11, eventId: null, reason: 'cut_off' });
    expect((await after(cut('seq < 3'))).firstBroken).toEqual({ seq: 1, eventId: null, reason: 'gap' });
  });

  it('sees that the recorded ends were moved along', async () => {
    const { firstBroken } = await after(
      `DELETE FROM audit_events WHERE id IN (SELECT event_id FROM audit_links WHERE seq > 10)`,
      `DELETE FROM audit_links WHERE seq > 10`,
      `UPDATE audit_chain SET last_seq = 10, last_hash = (SELECT hash FROM audit_links WHERE seq = 10)`,
    );
    expect(firstBroken).toEqual({ seq: null, eventId: null, reason: 'broken_state' });
  });

  it('sees that two events changed places', async () => {
    const [a, b] = [ids[3] ?? '', ids[6] ?? ''];
    const swap = `UPDATE audit_links SET event_id = gen_random_uuid() WHERE event_id = '${a}';
      UPDATE audit_links SET event_id = '${a}' WHERE event_id = '${b}'; UPDATE audit_links SET event_id = '${b}' WHERE seq = 4`;
    expect((await after(swap)).firstBroken).toEqual({ seq: 4, eventId: b, reason: 'broken_hash' });
  });

  it('names an event that was slipped in beside the chain', async () => {
    const id = newId();
    const { firstBroken } = await after(insertion(id));
    expect(firstBroken).toEqual({ seq: null, eventId: id, reason: 'unsealed_event' });
  });

  it('sees through a history that was rewritten consistently, without the key', async () => {
    const rewrite = async () => {
      await owner.query(`UPDATE audit_events SET actor_name = 'somebody else'`);
      const { rows } = await owner.query<Record<string, string>>(
        `SELECT l.seq, l.event_id, e.class FROM audit_links l JOIN audit_events e ON e.id = l.event_id ORDER BY l.seq`,
      );
      let previous: Buffer = genesis;
      for (const { seq, event_id: eventId = '', class: kind = '' } of rows) {
        const link: LinkBody = {
          seq: Number(seq),
          eventId,
          class: kind,
          occurredAt: '0',
          attested: true,
          digest: genesis,
        };
        previous = strangerKeys.hash(previous, link);
        await owner.query(`UPDATE audit_links SET digest = $2, hash = $3, attested = true WHERE seq = $1`, [
          seq,
          genesis,
          previous,
        ]);
      }
      await owner.query('UPDATE audit_chain SET last_hash = $1', [previous]);
    };
    expect((await after(rewrite)).firstBroken).toMatchObject({ seq: 1, reason: 'broken_hash' });
  });

  it('cannot be begun anew unnoticed by whoever noted its head', async () => {
    const noted = { seq: 12, hash: 'ab'.repeat(32) };
    expect((await verify(noted)).firstBroken).toMatchObject({ seq: 12, reason: 'broken_hash' });
    expect((await verify({ ...noted, seq: 99 })).firstBroken).toMatchObject({ seq: 13, reason: 'cut_off' });
    const { head } = await verify();
    expect((await verify(head ?? undefined)).verified).toBe(true);
  });

  it('names an event that was made up and sealed like the others: it does not bear our mark', async () => {
    const id = newId();
    await owner.query(insertion(id));
    await app.app.get(ChainSealer).sealPending();
    expect((await verify()).firstBroken).toMatchObject({ eventId: id, reason: 'forged_event' });
  });

  it('never verifies when it was emptied beside users, nor when it was begun anew after that', async () => {
    const other = await createTestApp();
    await other.setUp();
    const client = new Client({ connectionString: other.database.url });
    await client.connect();
    const reader = {
      read: async (sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows,
    };
    const sealer = other.app.get(ChainSealer);
    await sealer.sealPending();
    expect(await verifyChain(reader, keys)).toMatchObject({ verified: true, firstBroken: null });
    await sealer.onModuleDestroy(); // nobody seals from here on
    for (const table of ['audit_links', 'audit_pending', 'audit_chain', 'audit_events'])
      await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER; DELETE FROM ${table}`);
    const cutOff = { seq: 1, eventId: null, reason: 'cut_off' };
    expect(await verifyChain(reader, keys)).toMatchObject({ verified: false, firstBroken: cutOff });
    await sealer.sealPending();
    expect(await verifyChain(reader, keys)).toMatchObject({ verified: false, firstBroken: cutOff });
    await client.query(`ALTER TABLE audit_events ENABLE TRIGGER USER`);
    const act = { action: 'contact.update', subjectType: 'contact', subjectId: newId() };
    await other.app.get(Database).transaction((tx) => other.app.get(Audit).record(tx, context, act));
    await sealer.sealPending();
    const report = await verifyChain(reader, keys);
    expect(report.events).toBe(1);
    expect(report.firstBroken).toEqual({ seq: null, eventId: null, reason: 'broken_state' });
    await client.end();
    await other.close();
  });

  it('names an event that was removed while it waited for its link', async () => {
    const other = await createTestApp();
    const client = new Client({ connectionString: other.database.url });
    await client.connect();
    const sealer = other.app.get(ChainSealer);
    await sealer.sealPending();
    const id = newId();
    await other.rows('BEGIN'); // in one transaction, so that it is gone before anybody can seal it
    await other.rows(insertion(id));
    await other.rows('ALTER TABLE audit_events DISABLE TRIGGER audit_events_only_grow');
    await other.rows('DELETE FROM audit_events WHERE id = $1', [id]);
    await other.rows('COMMIT');
    await sealer.sealPending();
    const reader = {
      read: async (sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows,
    };
    expect((await verifyChain(reader, keys)).firstBroken).toMatchObject({
      eventId: id,
      reason: 'missing_event',
    });
    await client.end();
    await other.close();
  });
});

const insertion = (id: string): string =>
  `INSERT INTO audit_events (id, occurred_at, actor_kind, actor_name, action, subject_type, request_id)
   VALUES ('${id}', now(), 'system', 'the test', 'contact.update', 'contact', 'request')`;
