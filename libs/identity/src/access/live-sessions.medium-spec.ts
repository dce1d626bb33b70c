import { Database } from '@seloste/platform';
import { createTestApp, password, type Caller, type TestApp } from '@seloste/testing';
import { PasswordLogin } from '../sessions/password-login.js';
import { LiveSessions } from './live-sessions.js';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(holds: () => Promise<boolean>, within = 3_000): Promise<void> {
  for (const end = performance.now() + within; performance.now() < end; await pause(10))
    if (await holds()) return;
  throw new Error(`did not come true within ${within} ms`);
}

describe('live sessions', () => {
  let app: TestApp;
  let admin: Caller;
  let sessions: LiveSessions;
  let reads = 0;
  let now = Date.now();
  let users = 0;

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(now) } });
    admin = await app.setUp();
    sessions = app.app.get(LiveSessions);
    countReads(app.app.get(Database));
    await until(rememberNow);
  });
  afterAll(() => app.close());

  const logIn = async (): Promise<{ token: string; userId: string }> => {
    const email = `live${++users}@havukka.example`;
    await admin
      .post('/users', { name: 'Live', email, password, roles: ['salesperson'], language: 'fi' })
      .expect(201);
    const context = { actor: { kind: 'system', name: 'test' }, requestId: 'test' } as const;
    const origin = { address: '192.0.2.1', token: null, deviceToken: null, device: null };
    return app.app.get(PasswordLogin).logIn(context, { email, password }, origin);
  };
  const readsOf = async (work: () => Promise<unknown>): Promise<number> => {
    const before = reads;
    await work();
    return reads - before;
  };
  function countReads(database: Database): void {
    const read = database.read.bind(database);
    database.read = (sql, parameters) => {
      reads += 1;
      return read(sql, parameters);
    };
  }
  /** A second look at a session costs no query. */
  async function rememberNow(): Promise<boolean> {
    const { token } = await logIn();
    await sessions.find(token);
    return (await readsOf(() => sessions.find(token))) === 0;
  }

  it('are read once and then known for a while: a request does not pay a query for its session', async () => {
    const { token, userId } = await logIn();
    await sessions.find(token);
    const cost = await readsOf(async () => {
      for (let i = 0; i < 50; i++) expect((await sessions.find(token))?.actor.userId).toBe(userId);
    });
    expect(cost).toBe(0);
  });

  it('are looked up again after a few seconds even if nothing was told', async () => {
    const { token } = await logIn();
    await sessions.find(token);
    const real = performance.now.bind(performance);
    performance.now = () => real() + 6_000;
    expect(await readsOf(() => sessions.find(token))).toBe(1);
    performance.now = real;
  });

  it.each([
    ['the session is deleted', 'DELETE FROM sessions WHERE user_id = $1'],
    ['the user is deactivated', 'UPDATE users SET deactivated_at = now() WHERE id = $1'],
  ])('end within the second when %s by somebody else in the database', async (_, sql) => {
    const { token, userId } = await logIn();
    expect(await sessions.find(token)).not.toBeNull();
    await app.rows(sql, [userId]);
    await until(async () => (await sessions.find(token)) === null, 1_000);
  });

  it('lose a role within the second when its grant ends in the database', async () => {
    const { token, userId } = await logIn();
    expect((await sessions.find(token))?.actor.permissions.has('contacts.read')).toBe(true);
    await app.rows('UPDATE role_grants SET ended_at = now() WHERE user_id = $1', [userId]);
    await until(async () => (await sessions.find(token))?.actor.permissions.size === 1, 1_000);
  });

  it('of others stay known when one user’s access changes', async () => {
    const [one, other] = [await logIn(), await logIn()];
    await sessions.find(one.token);
    await sessions.find(other.token);
    await app.rows('DELETE FROM sessions WHERE user_id = $1', [one.userId]);
    await until(async () => (await sessions.find(one.token)) === null, 1_000);
    expect(await readsOf(() => sessions.find(other.token))).toBe(0);
  });

  it('are not remembered when they were read before a change that came meanwhile', async () => {
    const { token, userId } = await logIn();
    const finding = sessions.find(token);
    sessions.forget(userId);
    await finding;
    expect(await readsOf(() => sessions.find(token))).toBe(1);
  });

  it('are remembered no longer while the listening connection is lost, and again once it is back', async () => {
    const { token, userId } = await logIn();
    await sessions.find(token);
    const terminated = await app.app.get(Database).manager.query<unknown[]>(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'seloste-access' AND datname = current_database()`,
    );
    expect(terminated).toHaveLength(1);
    await until(
      async () =>
        (await readsOf(() => sessions.find(token))) === 1 &&
        (await readsOf(() => sessions.find(token))) === 1,
      400,
    );
    await app.rows('DELETE FROM sessions WHERE user_id = $1', [userId]);
    expect(await sessions.find(token)).toBeNull();
    await until(rememberNow);
  });

  it('write their latest use down every ten minutes, not with every request', async () => {
    const { token, userId } = await logIn();
    const seenAt = async (): Promise<number> =>
      (
        await app.rows<{ seen_at: Date }>('SELECT seen_at FROM sessions WHERE user_id = $1', [userId])
      )[0]?.seen_at.getTime() ?? 0;
    const begun = await seenAt();
    now += 9 * 60_000;
    await sessions.find(token);
    await pause(50);
    expect(await seenAt()).toBe(begun);
    now += 60_000;
    await sessions.find(token);
    await until(async () => (await seenAt()) === now);
  });
});
