import { createHash } from 'node:crypto';
import { createTestApp, password, type Caller, type TestApp } from '@seloste/testing';
import supertest from 'supertest';

const from = (address: string) => ['X-Forwarded-For', address] as const;
const wrong = 'väärä salasana 1';

describe('sessions', () => {
  let app: TestApp;
  let admin: Caller;
  let now = Date.parse('2026-11-02T08:00:00Z');
  const email = 'samu@havukka.example';
  const logIn = (given: { email?: string; password?: string }, address = '192.0.2.1') =>
    withoutJar()
      .post('/api/v1/sessions')
      .send({ email, password, ...given })
      .set(...from(address));
  /** A client that keeps no cookies: each request brings exactly what the test gives it. */
  const withoutJar = () => supertest(app.app.getHttpServer());

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(now) } });
    admin = await app.setUp();
    await app.signIn(admin, { email });
  });
  afterAll(() => app.close());
  beforeEach(() => app.rows('DELETE FROM login_throttles'));

  const tokenOf = (answer: { get(name: 'Set-Cookie'): string[] | undefined }): string =>
    /^seloste_session=([\w-]{43});/.exec(answer.get('Set-Cookie')?.[0] ?? '')?.[1] ?? '';
  const withToken = (token: string) =>
    withoutJar().get('/api/v1/me').set('Cookie', `seloste_session=${token}`);

  it('begin with a personal e-mail address and password, in any case of letters', async () => {
    const answer = await logIn({ email: 'Samu@Havukka.example' }).expect(201);
    expect(answer.body).toMatchObject({
      name: 'Samu Myyjä',
      email,
      roles: ['salesperson'],
      controller: { name: 'Havukka Palvelut Oy' },
    });
    expect(JSON.stringify(answer.body)).not.toContain('argon2');
    expect(answer.headers.etag).toBe(`"${answer.body.version}"`);
  });

  it('are known to the browser by a cookie out of reach of scripts and other sites, to us by its hash', async () => {
    const answer = await logIn({}).expect(201);
    expect(answer.get('Set-Cookie')?.[0]).toMatch(/; Max-Age=2592000; Path=\/;.*HttpOnly; SameSite=Lax$/);
    const token = tokenOf(answer);
    const [session] = await app.rows<{ token_hash: Buffer }>(
      'SELECT token_hash FROM sessions ORDER BY id DESC LIMIT 1',
    );
    expect(session?.token_hash).toEqual(createHash('sha256').update(token).digest());
    await withToken(token).expect(200);
    await withToken(`${token.slice(1)}x`).expect(401);
  });

  it('get a new token with each login, and the browser’s old one dies', async () => {
    const first = tokenOf(await logIn({}).expect(201));
    const second = tokenOf(await logIn({}).set('Cookie', `seloste_session=${first}`).expect(201));
    expect(second).not.toBe(first);
    await withToken(first).expect(401);
    await withToken(second).expect(200);
  });

  it('do not begin for an unknown account, a wrong password or a deactivated account, with one and the same answer', async () => {
    await app.signIn(admin, { email: 'gone@havukka.example' });
    const [gone] = await app.rows<{ id: string }>(
      `SELECT id FROM users WHERE email = 'gone@havukka.example'`,
    );
    await admin.patch(`/users/${gone?.id}`, { active: false }).expect(200);
    const answers = [
      await logIn({ email: 'nobody@havukka.example' }),
      await logIn({ password: wrong }),
      await logIn({ email: 'gone@havukka.example' }),
    ];
    for (const { status, body, headers } of answers) {
      expect([status, body.code, headers['set-cookie']]).toEqual([401, 'invalid_credentials', undefined]);
      expect({ ...body, requestId: '' }).toEqual({ ...answers[0]?.body, requestId: '' });
    }
    const refusals = await app.rows<{ subject_id: string | null }>(
      `SELECT subject_id, fields FROM audit_events WHERE action = 'session.refuse' ORDER BY id`,
    );
    expect(refusals).toEqual([
      { subject_id: null, fields: [] },
      { subject_id: expect.any(String), fields: [] },
      { subject_id: gone?.id, fields: [] },
    ]);
  });

  it('take as long to refuse for an unknown account as for a wrong password', async () => {
    const time = async (given: object, address: string) => {
      const start = performance.now();
      await logIn(given, address).expect(401);
      return performance.now() - start;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let i = 0; i < 9; i++) {
      known.push(await time({ password: wrong }, `192.0.2.${10 + i}`));
      unknown.push(await time({ email: 'nobody@havukka.example', password: wrong }, `192.0.2.${10 + i}`));
    }
    const quickest = (times: number[]) => Math.min(...times);
    expect(quickest(unknown) / quickest(known)).toBeGreaterThan(1 / 3); // without the hashing it would be less than a tenth
    expect(quickest(unknown) / quickest(known)).toBeLessThan(3);
  });

  it.each([
    ['no password', { email: 'a@b.fi' }, 'password'],
    ['an e-mail address that is a list', { email: ['a@b.fi'], password }, 'email'],
    ['an unknown field', { email: 'a@b.fi', password, remember: true }, 'remember'],
  ])('refuse %s with a problem document', async (_, body, field) => {
    const answer = await app.stranger.post('/sessions', body).expect(400);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body.fields[0].field).toBe(field);
    expect(JSON.stringify(answer.body)).not.toContain('a@b.fi');
  });

  it('do not begin or end from another site’s page', async () => {
    await logIn({}).set('Sec-Fetch-Site', 'cross-site').expect(403);
    await admin.delete('/sessions/current').set('Origin', 'https://evil.example').expect(403);
    await admin.get('/me').expect(200);
  });

  it('end by signing out, at once and on record', async () => {
    const samu = await app.signIn(admin);
    await samu.get('/me').expect(200);
    const answer = await samu.delete('/sessions/current').expect(204);
    expect(answer.get('Set-Cookie')?.[0]).toMatch(/^seloste_session=; Path=\/; Expires=Thu, 01 Jan 1970/);
    await samu.get('/me').expect(401);
    await samu.delete('/sessions/current').expect(401);
    const [event] = await app.rows(
      `SELECT action, actor_kind, subject_type FROM audit_events ORDER BY id DESC LIMIT 1`,
    );
    expect(event).toEqual({ action: 'session.end', actor_kind: 'user', subject_type: 'session' });
  });

  it('end after 14 days without use and after 30 days in any case', async () => {
    const start = now;
    const days = (count: number) => (now = start + count * 24 * 60 * 60 * 1000);
    const [idle, used] = [tokenOf(await logIn({}).expect(201)), tokenOf(await logIn({}).expect(201))];
    days(10);
    await withToken(used).expect(200);
    await eventually(async () => {
      const rows = await app.rows('SELECT 1 FROM sessions WHERE seen_at = $1', [new Date(now)]);
      expect(rows).toHaveLength(1);
    });
    days(15);
    await withToken(idle).expect(401);
    await withToken(used).expect(200);
    days(28);
    await withToken(used).expect(200);
    days(30);
    await withToken(used).expect(401);
    now = start;
  });

  describe('tried too often', () => {
    it('are closed to that address for that account, and say when to come back', async () => {
      for (let i = 0; i < 5; i++) await logIn({ password: wrong }).expect(401);
      const answer = await logIn({}).expect(429);
      expect(answer.body.code).toBe('too_many_requests');
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(800);
      expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(900);
    });

    it('are counted when tried at the same time', async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => logIn({ password: wrong })));
      expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
    });

    it('stay open to the owner at another address, and to others at the same one', async () => {
      for (let i = 0; i < 6; i++) await logIn({ password: wrong });
      await logIn({}, '198.51.100.7').expect(201);
      await logIn({ email: 'aino@havukka.example' }).expect(201);
    });

    it('are forgiven by a right password', async () => {
      for (let i = 0; i < 4; i++) await logIn({ password: wrong }).expect(401);
      await logIn({}).expect(201);
      for (let i = 0; i < 5; i++) await logIn({ password: wrong }).expect(401);
    });

    it('are closed to an address that tries account after account, also as one IPv6 network', async () => {
      const addresses = Array.from({ length: 60 }, (_, i) => `2001:db8:7:7::${(i + 1).toString(16)}`);
      for (const [i, address] of addresses.entries())
        await logIn({ email: `n${i}@havukka.example`, password: wrong }, address).expect(401);
      await logIn({ email: 'another@havukka.example' }, '2001:db8:7:7:ffff::1').expect(429);
      await logIn({}, '2001:db8:7:8::1').expect(201);
    });

    it('do not shut the owner out when strangers everywhere try the account', async () => {
      await logIn({}, '198.51.100.1').expect(201);
      for (let i = 0; i < 50; i++) await logIn({ password: wrong }, `203.0.113.${i}`).expect(401);
      await logIn({ password: wrong }, '203.0.113.200').expect(429);
      await logIn({}, '198.51.100.1').expect(201);
    });

    it('leave no address and no e-mail address in the table', async () => {
      await logIn({ password: wrong }, '203.0.113.99').expect(401);
      const keys = await app.rows<{ key: string }>('SELECT key FROM login_throttles');
      expect(keys.length).toBeGreaterThan(2);
      for (const { key } of keys) expect(key).toMatch(/^(pair|address|account|known):[\w-]{43}$/);
    });
  });
});

async function eventually(check: () => Promise<void>, within = 1_000): Promise<void> {
  const end = performance.now() + within;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
