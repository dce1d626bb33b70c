import { createHash } from 'node:crypto';
import { aContact, createTestApp, purge, type Caller, type TestApp } from '@seloste/testing';
import supertest from 'supertest';

const day = 24 * 60 * 60_000;

describe('API tokens', () => {
  let app: TestApp;
  let admin: Caller;
  let samu: Caller;
  let samuId: string;
  let now = Date.parse('2026-11-02T08:00:00Z');

  const inDays = (days: number) => new Date(now + days * day).toISOString();
  const aToken = (fields: object = {}) => ({
    name: 'Raportit',
    scopes: ['contacts.read', 'contacts.create'],
    expiresAt: inDays(30),
    ...fields,
  });
  const make = async (caller = samu, fields: object = {}): Promise<{ id: string; token: string }> =>
    (await caller.post('/api-tokens', aToken(fields)).expect(201)).body;
  /** A program: no cookies, nothing but the token. */
  const by = (token: string, method: 'get' | 'post' | 'put' | 'delete' = 'get', path = '/contacts') =>
    supertest(app.app.getHttpServer())[method](`/api/v1${path}`).set('Authorization', `Bearer ${token}`);

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(now) } });
    admin = await app.setUp();
    samu = await app.signIn(admin, { email: 'samu@havukka.example' });
    samuId = (await samu.get('/me').expect(200)).body.id;
  });
  afterAll(() => app.close());
  beforeEach(() => app.rows('DELETE FROM login_throttles'));

  it('are shown once, kept as a hash, and listed by their first characters', async () => {
    const { body } = await samu.post('/api-tokens', aToken()).expect(201);
    expect(body).toEqual({
      id: expect.any(String),
      token: expect.stringMatching(/^slst_[0-9A-Za-z]{49}$/),
      hint: body.token.slice(0, 9),
      name: 'Raportit',
      scopes: ['contacts.read', 'contacts.create'],
      createdAt: new Date(now).toISOString(),
      expiresAt: inDays(30),
      usedAt: null,
    });
    const { token, ...listed } = body;
    expect((await samu.get('/api-tokens').expect(200)).body.items).toEqual([listed]);
    const [row] = await app.rows<{ token_hash: Buffer }>('SELECT * FROM api_tokens WHERE id = $1', [body.id]);
    expect(row?.token_hash).toEqual(createHash('sha256').update(token).digest());
    expect(JSON.stringify(row)).not.toContain(token.slice(9));
    const [event] = await app.rows(
      `SELECT actor_id, subject_id, fields FROM audit_events WHERE action = 'api_token.create'`,
    );
    expect(event).toEqual({ actor_id: samuId, subject_id: body.id, fields: body.scopes });
    await samu.delete(`/api-tokens/${body.id}`).expect(204);
  });

  it('let a program act for the user, and its acts name the token', async () => {
    const { id, token } = await make();
    await by(token).expect(200);
    const { body } = await by(token, 'post').send(aContact()).expect(201);
    const [event] = await app.rows(
      `SELECT actor_kind, actor_id, actor_name FROM audit_events WHERE action = 'contact.create' AND subject_id = $1`,
      [body.id],
    );
    expect(event).toEqual({ actor_kind: 'user', actor_id: samuId, actor_name: `api_token ${id}` });
  });

  it('allow what their scopes allow and no more, though the user may', async () => {
    const { token } = await make(samu, { scopes: ['contacts.read'] });
    await by(token, 'post').send(aContact()).expect(403);
    await by(token, 'get', '/companies').expect(403);
    await by(token, 'get', '/me').expect(403);
  });

  it('allow nothing that the user may not any more: a role that ends takes it from the token in the same moment', async () => {
    const seller = await app.signIn(admin, { roles: ['salesperson', 'auditor'] });
    const { id } = (await seller.get('/me')).body;
    const { token } = await make(seller, { scopes: ['contacts.read', 'audit.read'] });
    await by(token).expect(200);
    await app.rows(`UPDATE role_grants SET ended_at = now() WHERE user_id = $1 AND role = 'salesperson'`, [
      id,
    ]);
    await by(token).expect(403);
    await by(token, 'get', '/audit-events').expect(200);
  });

  it('end with the account, at once, and do not come back with it', async () => {
    const seller = await app.signIn(admin);
    const { id } = (await seller.get('/me')).body;
    const { token } = await make(seller);
    await by(token).expect(200);
    await admin.patch(`/users/${id}`, { active: false }).expect(200);
    await by(token).expect(401);
    await admin.patch(`/users/${id}`, { active: true }).expect(200);
    await by(token).expect(401);
  });

  it('end on their day', async () => {
    const { token } = await make(samu, { expiresAt: inDays(1) });
    const start = now;
    now += day - 1;
    await by(token).expect(200);
    now += 1;
    await by(token).expect(401);
    now = start;
  });

  it('never make tokens, nor do what asks to prove who one is', async () => {
    const { token } = await make(admin, { scopes: ['contacts.assign'] });
    expect((await by(token, 'post', '/api-tokens').send(aToken()).expect(403)).body.code).toBe('forbidden');
    const transfer = by(token, 'post', '/ownership-transfers').send({});
    expect((await transfer.expect(403)).body.code).toBe('reauthentication_required');
  });

  it.each([
    ['users.manage', 'delete', '/users/01a20800-0000-7000-8000-000000000000/api-tokens'],
    ['grants.manage', 'post', '/access-reviews'],
    ['grants.review', 'get', '/access-reviews'],
    ['teams.manage', 'post', '/teams'],
    ['undertaking.manage', 'get', '/undertaking/receipts'],
    ['settings.manage', 'get', '/security-settings'],
    ['mailbox.read', 'get', '/mailbox'],
    ['webhooks.manage', 'get', '/webhooks'],
  ] as const)('never administer: %s is not for them, though one has it', async (scope, method, path) => {
    const { body } = await admin.post('/api-tokens', aToken({ scopes: [scope] })).expect(400);
    expect(body.fields[0].field).toMatch(/^scopes/);
    const { id, token } = await make(admin);
    await app.rows('UPDATE api_tokens SET scopes = ARRAY[$2] WHERE id = $1', [id, scope]);
    expect((await by(token, method, path).expect(403)).body.code).toBe('forbidden');
  });

  it.each([
    ['a permission that the user does not hold', { scopes: ['contacts.assign'] }, 'scopes'],
    ['the account itself', { scopes: ['account.own'] }, 'scopes'],
    ['no permission', { scopes: [] }, 'scopes'],
    ['no name', { name: ' ' }, 'name'],
    ['an end that is past', { expiresAt: '2026-11-01T08:00:00Z' }, 'expiresAt'],
    ['an end after more than a year', { expiresAt: '2027-11-04T08:00:00Z' }, 'expiresAt'],
    ['no end', { expiresAt: null }, 'expiresAt'],
    ['a token of the caller’s choice', { token: 'slst_x' }, 'token'],
  ])('are not made with %s', async (_, fields, field) => {
    const { body } = await samu.post('/api-tokens', aToken(fields)).expect(400);
    expect(body.fields[0].field).toBe(field);
  });

  it('are not made by strangers, nor by somebody who has not lately shown who they are', async () => {
    await app.stranger.post('/api-tokens', aToken()).expect(401);
    now += 11 * 60_000;
    const { body } = await samu.post('/api-tokens', aToken()).expect(403);
    expect(body.code).toBe('reauthentication_required');
    now -= 11 * 60_000;
  });

  it('are seen and ended by their user, who does not reach those of others', async () => {
    const { id, token } = await make();
    await admin.delete(`/api-tokens/${id}`).expect(404);
    await samu.delete(`/api-tokens/${id}`).expect(204);
    await samu.delete(`/api-tokens/${id}`).expect(404);
    await by(token).expect(401);
    const [event] = await app.rows(
      `SELECT actor_id, subject_id FROM audit_events WHERE action = 'api_token.end' ORDER BY id DESC LIMIT 1`,
    );
    expect(event).toEqual({ actor_id: samuId, subject_id: id });
  });

  it('are seen and ended by whoever manages users, all of a user’s at once', async () => {
    const [one, other] = [await make(), await make()];
    const { items } = (await admin.get(`/users/${samuId}/api-tokens`).expect(200)).body;
    expect(items.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([one.id, other.id]));
    expect(JSON.stringify(items)).not.toContain(one.token.slice(9));
    await samu.get(`/users/${samuId}/api-tokens`).expect(403);
    await samu.delete(`/users/${samuId}/api-tokens`).expect(403);
    await admin.get('/users/01a20800-0000-7000-8000-000000000000/api-tokens').expect(404);
    await admin.delete('/users/01a20800-0000-7000-8000-000000000000/api-tokens').expect(404);
    await admin.delete(`/users/${samuId}/api-tokens`).expect(204);
    await by(one.token).expect(401);
    await by(other.token).expect(401);
    expect((await samu.get('/api-tokens')).body.items).toEqual([]);
  });

  it('are at most fifty to a user', async () => {
    const keeper = await app.signIn(admin);
    for (let i = 0; i < 50; i++) await make(keeper);
    const { body } = await keeper.post('/api-tokens', aToken()).expect(409);
    expect(body.code).toBe('too_many_api_tokens');
  });

  it('note their latest use every ten minutes, not with every request', async () => {
    const { id, token } = await make();
    const start = now;
    const usedAt = async () =>
      (await app.rows<{ used_at: Date | null }>('SELECT used_at FROM api_tokens WHERE id = $1', [id]))[0]
        ?.used_at;
    const until = async (expected: Date) => {
      for (let i = 0; i < 100 && (await usedAt())?.getTime() !== expected.getTime(); i++)
        await new Promise((resolve) => setTimeout(resolve, 10));
      expect(await usedAt()).toEqual(expected);
    };
    await by(token).expect(200);
    await until(new Date(start));
    now += 9 * 60_000;
    await by(token).expect(200);
    expect(await usedAt()).toEqual(new Date(start));
    now += 60_000;
    await by(token).expect(200);
    await until(new Date(now));
    now = start;
  });

  it('need no same origin when they come alone, and do when a cookie comes along', async () => {
    const { token } = await make();
    const foreign = { Origin: 'app://reports', 'Sec-Fetch-Site': 'cross-site' };
    await by(token, 'post').set(foreign).send(aContact()).expect(201);
    const answer = await samu
      .post('/contacts', aContact())
      .set({ ...foreign, Authorization: `Bearer ${token}` })
      .expect(403);
    expect(answer.body.code).toBe('cross_site_request');
  });

  it('that are wrong are refused whatever cookie comes along', async () => {
    await samu.get('/contacts').set('Authorization', 'Bearer slst_wrong').expect(401);
    await samu.get('/contacts').set('Authorization', 'Basic cHJveHk6eA==').expect(200);
  });

  it('that are wrong are refused sixty times in a quarter of an hour, and logins go on', async () => {
    const { token } = await make();
    const wrong = `${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`;
    const from = (given: string) => by(given).set('X-Forwarded-For', '192.0.2.77');
    for (let i = 0; i < 60; i++) await from(wrong).expect(401);
    const answer = await from(wrong).expect(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(800);
    await from(token).expect(200);
    const { status } = await app.stranger
      .post('/sessions', { email: 'x@havukka.example', password: 'x' })
      .set('X-Forwarded-For', '192.0.2.77');
    expect(status).toBe(401);
  });

  it('are forgotten a month after they expired', async () => {
    const { id } = await make(samu, { expiresAt: inDays(1) });
    const start = now;
    const isKept = async () => (await app.rows('SELECT 1 FROM api_tokens WHERE id = $1', [id])).length === 1;
    now += 30 * day;
    await purge(app, 'technical_data', new Date(0));
    expect(await isKept()).toBe(true);
    now += day;
    await purge(app, 'technical_data', new Date(0));
    expect(await isKept()).toBe(false);
    now = start;
  });
});
