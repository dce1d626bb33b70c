import { createTestApp, type Caller, type TestApp } from '@seloste/testing';

describe('how much one caller may ask', () => {
  let app: TestApp;
  let admin: Caller;
  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
  });
  afterAll(() => app.close());

  const knock = async (address: string) =>
    (await app.stranger.get('/setup').set('X-Forwarded-For', address)).status;
  const knockOften = async (address: string) => {
    for (let times = 0; times < 300; times++) expect(await knock(address)).toBe(200);
  };

  it('on a public route is bounded by network, and says when to come again', async () => {
    await knockOften('192.0.2.1');
    const { body, headers } = await app.stranger
      .get('/setup')
      .set('X-Forwarded-For', '192.0.2.1')
      .expect(429)
      .expect('Content-Type', /problem\+json/);
    expect(body.code).toBe('too_many_requests');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(await knock('192.0.2.2')).toBe(200);
  });

  it('counts the many addresses that one IPv6 line has as one', async () => {
    await knockOften('2001:db8:1:2::1');
    expect(await knock('2001:db8:1:2:aaaa::9')).toBe(429);
    expect(await knock('2001:db8:1:3::1')).toBe(200);
  });

  it('cannot be widened by naming other addresses in front of the proxy’s', async () => {
    await knockOften('192.0.2.7');
    expect(await knock('203.0.113.9, 192.0.2.7')).toBe(429);
  });

  it('does not count what signed-in people read, even where strangers of their address are refused', async () => {
    await knockOften('192.0.2.3');
    expect(await knock('192.0.2.3')).toBe(429);
    for (let times = 0; times < 400; times++)
      await admin.get('/me').set('X-Forwarded-For', '192.0.2.3').expect(200);
  });

  it('of what is costly is bounded for each user by itself', async () => {
    const auditor = await app.signIn(admin, { roles: ['auditor'] });
    const other = await app.signIn(admin, { roles: ['auditor'] });
    for (let times = 0; times < 30; times++) await auditor.get('/audit-chain').expect(200);
    await auditor.get('/audit-chain').expect(429);
    await auditor.get('/audit-events').expect(200);
    await other.get('/audit-chain').expect(200);
  });

  it('at once is bounded for each user, so that nobody’s program makes the others queue', async () => {
    const colleague = await app.signIn(admin);
    await app.rows('BEGIN');
    await app.rows('LOCK TABLE companies IN ACCESS EXCLUSIVE MODE');
    const answers: number[] = [];
    const burst = Array.from({ length: 40 }, async () => {
      const { status, headers } = await admin.get('/companies');
      answers.push(status);
      return { status, retryAfter: headers['retry-after'] };
    });
    while (answers.length < 8) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(answers).toEqual(Array(8).fill(429));
    const ofColleague = colleague.get('/companies').then(({ status }) => status);
    await app.rows('COMMIT');
    const all = await Promise.all(burst);
    expect(all.filter(({ status }) => status === 200)).toHaveLength(32);
    expect(all.filter(({ status, retryAfter }) => status === 429 && retryAfter === '1')).toHaveLength(8);
    expect(await ofColleague).toBe(200);
    await admin.get('/companies').expect(200);
  });
});
