import { newId, type RequestContext } from '@seloste/kernel';
import { Database, readerOf } from '@seloste/platform';
import { createTestApp, limitedUrl, type TestApp, testMasterKey } from '@seloste/testing';
import { Client } from 'pg';
import { Audit } from '../audit.js';
import { AuditKeys } from '../chain/audit-keys.js';
import { ChainSealer } from '../chain/chain-sealer.js';
import { verifyChain, type ChainReport } from '../chain/verify-chain.js';
import { AuditPruning } from './audit-pruning.js';

const keys = new AuditKeys((use) => testMasterKey.derive(use));
const context: RequestContext = { actor: { kind: 'system', name: 'the test' }, requestId: 'request' };

/** Months before today by the calendar, and a day more. */
function monthsAgo(months: number): Date {
  const date = new Date();
  date.setUTCMonth(date.getUTCMonth() - months);
  return new Date(date.getTime() - 3 * 24 * 60 * 60 * 1000);
}

describe('the record of acts, pruned', () => {
  let app: TestApp;
  let moment = new Date();

  beforeEach(async () => {
    moment = monthsAgo(90);
    app = await createTestApp({ clock: { now: () => moment } });
  });
  afterEach(() => app.close());

  const seal = () => app.app.get(ChainSealer).sealPending();
  const prune = (now = new Date()) => app.app.get(AuditPruning).run(now);
  const verify = (): Promise<ChainReport> =>
    app.app.get(Database).transaction((tx) => verifyChain(readerOf(tx), keys));

  async function live(at: Date, acts: { decisions?: number; reads?: number }): Promise<void> {
    moment = at;
    const entry = () => ({ action: 'contact.act', subjectType: 'contact', subjectId: newId() });
    for (let i = 0; i < (acts.decisions ?? 0); i++)
      await app.app.get(Database).transaction((tx) => app.app.get(Audit).record(tx, context, entry()));
    for (let i = 0; i < (acts.reads ?? 0); i++) await app.app.get(Audit).recordRead(context, entry());
    await seal();
  }

  /** Something of each kind, of each age; then the clock stands at today. */
  async function years(): Promise<void> {
    await live(monthsAgo(80), { decisions: 2, reads: 3 });
    await live(monthsAgo(40), { decisions: 2, reads: 4 });
    await live(monthsAgo(12), { decisions: 1, reads: 5 });
    moment = new Date();
  }

  /** As the owner of the database, with the triggers out of the way. */
  async function tamper(sql: string): Promise<void> {
    const switchTriggers = (how: string) =>
      app.rows(`ALTER TABLE audit_events ${how} TRIGGER USER; ALTER TABLE audit_links ${how} TRIGGER USER`);
    await switchTriggers('DISABLE');
    await app.rows(sql);
    await switchTriggers('ENABLE');
  }

  const kinds = () => app.rows(`SELECT class, count(*)::int AS n FROM audit_events GROUP BY 1 ORDER BY 1`);

  it('loses looks after 24 months and decisions after six years, and verifies (GDPR Art. 5(1)(e))', async () => {
    await years();
    await prune();
    expect(await kinds()).toEqual([
      { class: 'decision', n: 4 }, // the pruning is one
      { class: 'read', n: 5 },
    ]);
    await seal();
    const report = await verify();
    expect(report).toMatchObject({ verified: true, firstBroken: null, events: 9, links: 13 });
    expect(Object.values(report.prunedUntil).every((until) => until !== null)).toBe(true);
  });

  it('keeps links only as long as one before them is needed', async () => {
    await years();
    await prune();
    const links = await app.rows('SELECT min(seq)::int AS first FROM audit_links');
    expect(links).toEqual([{ first: 6 }]); // five of eighty months ago are gone; a decision of forty months ago is next
  });

  it('says what it did, as counts, and says nothing when there was nothing to do', async () => {
    await years();
    await prune();
    await prune();
    const acts = await app.rows(
      `SELECT actor_name, class, fields FROM audit_events WHERE action = 'audit_log.prune'`,
    );
    expect(acts).toEqual([
      { actor_name: 'audit.pruning', class: 'decision', fields: ['decisions=2', 'reads=7', 'links=5'] },
    ]);
  });

  it('can go altogether, and the chain goes on', async () => {
    await live(monthsAgo(80), { decisions: 1, reads: 1 });
    moment = new Date();
    await prune();
    await seal();
    expect(await verify()).toMatchObject({ verified: true, events: 1, links: 1, head: { seq: 3 } });
  });

  it('does not hide the removal of what was not yet due', async () => {
    await years();
    await prune();
    await seal();
    const [victim] = await app.rows<{ id: string }>(
      `SELECT id FROM audit_events WHERE class = 'decision' ORDER BY occurred_at LIMIT 1`,
    );
    await tamper(`DELETE FROM audit_events WHERE id = '${victim?.id ?? ''}'`);
    expect((await verify()).firstBroken).toMatchObject({ eventId: victim?.id, reason: 'missing_event' });
  });

  it.each([
    [
      'calling a decision a look',
      `UPDATE audit_links SET class = 'read' WHERE event_id = '$ID'`,
      'broken_hash',
    ],
    [
      'making it older',
      `UPDATE audit_links SET occurred_at = '2001-01-01' WHERE event_id = '$ID'`,
      'broken_hash',
    ],
    ['claiming more was pruned', `UPDATE audit_chain SET decisions_pruned_until = now()`, 'broken_state'],
    [
      'shortening the rule and pruning by hand',
      `UPDATE audit_retention SET months = 24 WHERE class = 'decision'`,
      'missing_event',
    ],
  ])('does not hide a removal by %s', async (_, pretence, reason) => {
    await years();
    await prune();
    await seal();
    const [victim] = await app.rows<{ id: string }>(
      `SELECT id FROM audit_events WHERE class = 'decision' ORDER BY occurred_at LIMIT 1`,
    );
    await tamper(pretence.replace('$ID', victim?.id ?? ''));
    if (reason === 'missing_event')
      await app.rows(`SELECT prune_audit_events('decision', '-infinity', now(), 100)`);
    else await tamper(`DELETE FROM audit_events WHERE id = '${victim?.id ?? ''}'`);
    expect((await verify()).firstBroken).toMatchObject({ reason });
  });

  it('does not follow a rule that was written into the database', async () => {
    await years();
    await app.rows(`UPDATE audit_retention SET months = 6 WHERE class = 'read'`);
    await prune();
    expect(await kinds()).toEqual([
      { class: 'decision', n: 5 },
      { class: 'read', n: 12 },
    ]);
  });

  it('is pruned by the database’s clock at the latest, whatever the application says', async () => {
    await live(new Date(), { decisions: 1, reads: 1 });
    await prune(new Date('2090-01-01T00:00:00Z'));
    expect(await kinds()).toEqual([
      { class: 'decision', n: 1 },
      { class: 'read', n: 1 },
    ]);
    const limited = new Client({ connectionString: limitedUrl(app.database) });
    await limited.connect();
    const { rows } = await limited.query(
      `SELECT pruned FROM prune_audit_events('read', '-infinity', '2090-01-01', 100)`,
    );
    expect(rows).toEqual([{ pruned: 0 }]);
    await expect(limited.query(`SELECT cut_audit_links(2, '2090-01-01')`)).rejects.toMatchObject({
      code: '42501',
    });
    await limited.end();
  });
});

describe('everybody, the owner of the database included,', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
    await app.app.get(Audit).recordRead(context, { action: 'contact.read', subjectType: 'contact' });
    await app.app.get(ChainSealer).sealPending();
  });
  afterAll(() => app.close());

  it.each(
    ['audit_events', 'audit_links'].flatMap((table) => [
      `UPDATE ${table} SET class = 'read'`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table}`,
    ]),
  )('is refused %s', async (sql) => {
    await expect(app.rows(sql)).rejects.toMatchObject({ code: '42501' });
    const limited = new Client({ connectionString: limitedUrl(app.database) });
    await limited.connect();
    await expect(limited.query(sql)).rejects.toMatchObject({ code: '42501' });
    await limited.query(`SELECT set_config('seloste.prunes_audit', 'yes', false)`);
    await expect(limited.query(sql)).rejects.toMatchObject({ code: '42501' });
    await limited.end();
  });
});
