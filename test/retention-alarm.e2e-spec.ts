import { createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { NightlyRun } from '../libs/erasure/src/runs/nightly-run.js';
import { RunAlarm } from '../libs/erasure/src/runs/run-alarm.js';
import { runByHand } from './support/retention-runs.js';

const hour = 60 * 60 * 1000;

describe('a purge that does not do its work', () => {
  let app: TestApp;
  let admin: Caller;
  let officer: Caller;
  const began = Date.parse('2026-11-23T10:00:00Z');
  let now = began;

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(now) } });
    admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'], email: 'tea@havukka.example' });
    await app.signIn(admin, { roles: ['privacy_officer'], email: 'gone@havukka.example' });
    await app.rows(`UPDATE users SET deactivated_at = now() WHERE email = 'gone@havukka.example'`);
    await app.rows(`UPDATE controllers SET created_at = $1`, [new Date(began)]);
    await app.rows(`UPDATE retention_rule_versions SET changed_at = $1`, [new Date(began)]);
  });
  afterAll(() => app.close());

  const status = async () => (await officer.get('/retention/status').expect(200)).body;
  const look = () => app.app.get(RunAlarm).look();
  const letters = () =>
    app.rows<{ recipient: string }>(
      `SELECT recipient FROM mail_messages WHERE template = 'retention_alarm' ORDER BY recipient`,
    );

  it('is no alarm before it should have happened', async () => {
    expect(await status()).toEqual({ lastRun: null, nextRunAt: '2026-11-23T10:07:00.000Z', alarm: null });
    await look();
    expect(await letters()).toEqual([]);
  });

  it('raises the alarm after 26 hours without one, for privacy officers who are here, by one mail each without a name', async () => {
    now = began + 26 * hour;
    await Promise.all([look(), look()]);
    await look();
    expect((await status()).alarm).toEqual({ code: 'overdue', since: new Date(now).toISOString() });
    // Whoever set the product up is a privacy officer as well.
    const officers = [{ recipient: 'aino@havukka.example' }, { recipient: 'tea@havukka.example' }];
    expect(await letters()).toEqual(officers);
  });

  it('is over with the next good run, not with a rehearsal', async () => {
    await runByHand(officer, true);
    expect((await status()).alarm).not.toBeNull();
    await app.app.get(NightlyRun).run();
    const { alarm, lastRun, nextRunAt } = await status();
    expect(alarm).toBeNull();
    expect(lastRun).toMatchObject({ kind: 'nightly', status: 'complete', asOf: '2026-11-24' });
    expect(nextRunAt).toBe('2026-11-25T01:07:00.000Z');
    await look();
    expect(await app.rows('SELECT 1 FROM retention_alarms WHERE cleared_at IS NULL')).toEqual([]);
  });

  it('raises it when a run breaks off, with a code and no value, and again by mail', async () => {
    now += hour;
    await app.rows(
      `CREATE FUNCTION stumble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'Virtanen'; END $$`,
    );
    await app.rows(
      `CREATE TRIGGER stumble BEFORE INSERT ON retention_run_items FOR EACH ROW EXECUTE FUNCTION stumble()`,
    );
    const run = await runByHand(officer);
    expect(run).toMatchObject({ status: 'failed', failure: 'QueryFailedError P0001' });
    await look();
    expect((await status()).alarm).toEqual({ code: 'failed', since: new Date(now).toISOString() });
    expect(await letters()).toHaveLength(4);
    await app.rows('DROP TRIGGER stumble ON retention_run_items');
    now += 60_000;
    await runByHand(officer);
    expect((await status()).alarm).toBeNull();
  });
});
