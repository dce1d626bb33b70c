import { createTestApp, type TestApp } from '@seloste/testing';
import { deviceLifetime, idleLifetime, longestLifetime } from './lifetime.js';
import { ScheduledJobs } from '@seloste/platform';
import { SessionPurge, sessionPurgeQueue } from './session-purge.js';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('clearing expired sessions away', () => {
  let one: TestApp;
  let other: TestApp;
  const now = Date.now();

  beforeAll(async () => {
    one = await createTestApp();
    other = await createTestApp({ database: one.database });
    await one.setUp();
  });
  afterAll(async () => {
    await other.close();
    await one.close();
  });

  const purge = () => one.app.get(SessionPurge);
  const tick = ({ app }: TestApp) => app.get(ScheduledJobs).tick(sessionPurgeQueue);
  const jobs = () =>
    one.rows<{ state: string }>('SELECT state FROM pgboss.job WHERE name = $1', [sessionPurgeQueue]);
  const addSession = (key: number, seenAt: number, expiresAt: number) =>
    one.rows(
      `INSERT INTO sessions (id, token_hash, user_id, created_at, seen_at, proved_at, method, expires_at)
       SELECT gen_random_uuid(), $1, id, now(), $2, $2, 'password', $3 FROM users`,
      [Buffer.from([key]), new Date(seenAt), new Date(expiresAt)],
    );

  const addDevice = (key: number, seenAt: number) =>
    one.rows(
      `INSERT INTO known_devices (id, user_id, token_hash, first_seen_at, seen_at)
       SELECT gen_random_uuid(), id, $1, $2, $2 FROM users`,
      [Buffer.from([key]), new Date(seenAt)],
    );

  it('takes what is over, by age or disuse, with devices, challenges and throttle rows that went stale, and nothing else', async () => {
    const later = now + longestLifetime;
    await addSession(1, now, now - 1);
    await addSession(2, now - idleLifetime - 1, later);
    await addSession(3, now - idleLifetime + 60_000, later);
    await one.rows(`INSERT INTO login_throttles VALUES ('pair:stale', 1, $1), ('pair:live', 1, $2)`, [
      now - 1,
      later,
    ]);
    await addDevice(1, now - deviceLifetime - 1);
    await addDevice(2, now - deviceLifetime + 60_000);
    await one.rows(`INSERT INTO spent_challenges VALUES ('\\x01', $1), ('\\x02', $2)`, [
      new Date(now - 1),
      new Date(now + 60_000),
    ]);
    await purge().run();
    const kept = `
      SELECT token_hash AS hash FROM known_devices WHERE length(token_hash) = 1
      UNION ALL SELECT challenge_hash FROM spent_challenges`;
    expect(await one.rows(kept)).toEqual([{ hash: Buffer.from([2]) }, { hash: Buffer.from([2]) }]);
    const left = await one.rows<{ token_hash: Buffer }>(
      'SELECT token_hash FROM sessions WHERE length(token_hash) = 1',
    );
    expect(left.map(({ token_hash }) => token_hash[0])).toEqual([3]);
    const keys = await one.rows(`SELECT key FROM login_throttles WHERE key IN ('pair:stale', 'pair:live')`);
    expect(keys).toEqual([{ key: 'pair:live' }]);
    expect(await one.rows('SELECT 1 FROM sessions WHERE length(token_hash) > 1')).toHaveLength(1);
  });

  it('runs once an hour however many processes tick', async () => {
    await addSession(9, now, now - 1);
    await Promise.all([one, other, one, other].map(tick));
    for (let i = 0; i < 100 && (await jobs()).some(({ state }) => state !== 'completed'); i++)
      await pause(50);
    await Promise.all([one, other].map(tick));
    await pause(700);
    expect(await jobs()).toEqual([{ state: 'completed' }]);
    expect(await one.rows(`SELECT 1 FROM sessions WHERE token_hash = '\\x09'`)).toEqual([]);
  });

  it('is left to working processes', async () => {
    await one.rows('DELETE FROM pgboss.job WHERE name = $1', [sessionPurgeQueue]);
    const apiOnly = await createTestApp({ database: one.database, process: 'api' });
    await tick(apiOnly);
    expect(await jobs()).toEqual([]);
    await apiOnly.close();
  });
});
