import { Authenticator, createTestApp, password, type Caller, type TestApp } from '@seloste/testing';
import supertest from 'supertest';

const minute = 60_000;

describe('a passkey', () => {
  let app: TestApp;
  let admin: Caller;
  let user: Caller;
  let email: string;
  let key: Authenticator;
  let now = Date.parse('2026-11-23T08:00:00Z');
  let users = 0;

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(now) } });
    admin = await app.setUp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.rows('DELETE FROM login_throttles');
    now += 20 * minute;
    await admin.put('/sessions/current/proof', { password }).expect(204);
    email = `paula${++users}@havukka.example`;
    user = await app.signIn(admin, { email });
    key = new Authenticator();
  });

  /** A client that keeps no cookies. */
  const withoutJar = () => supertest(app.app.getHttpServer());
  const logIn = (body: object) => withoutJar().post('/api/v1/sessions').send(body);
  const options = async (caller: Caller) =>
    (await caller.post('/me/passkeys/options').expect(201)).body.options;
  const challenge = async () => (await app.stranger.post('/passkey-challenges').expect(201)).body.options;
  const enrol = async (
    caller = user,
    authenticator = key,
  ): Promise<{ id: string; recoveryCodes: string[] }> =>
    (
      await caller
        .post('/me/passkeys', { name: 'Puhelin', passkey: authenticator.create(await options(caller)) })
        .expect(201)
    ).body;
  const refused = async (body: object) =>
    expect((await logIn(body).expect(401)).body.code).toBe('invalid_credentials');

  describe('being made', () => {
    it('is asked for with user verification, discoverable, for this site, without the user’s name in its handle', async () => {
      const asked = await options(user);
      expect(asked).toMatchObject({
        rp: { id: 'localhost', name: 'Seloste' },
        user: { name: email },
        attestation: 'none',
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        excludeCredentials: [],
      });
      expect(Buffer.from(asked.user.id, 'base64url')).toHaveLength(16);
      const { id } = await enrol();
      expect((await options(user)).excludeCredentials).toHaveLength(1);
      const { body } = await user.get('/me/passkeys').expect(200);
      expect(body).toEqual({
        origin: 'http://localhost',
        items: [
          {
            id,
            name: 'Puhelin',
            createdAt: expect.any(String),
            usedAt: null,
            synced: false,
            suspected: false,
          },
        ],
      });
    });

    it('brings recovery codes the first time, a letter every time, and is on record', async () => {
      const { id, recoveryCodes } = await enrol();
      expect(recoveryCodes).toHaveLength(10);
      expect((await enrol()).recoveryCodes).toBeNull();
      const { id: userId } = (await user.get('/me').expect(200)).body;
      const letters = await app.rows(
        `SELECT template FROM mail_messages WHERE user_id = $1 AND template <> 'account_made'`,
        [userId],
      );
      expect(letters).toEqual([{ template: 'second_factor_changed' }, { template: 'second_factor_changed' }]);
      const events = await app.rows(
        `SELECT actor_id, action, fields FROM audit_events WHERE subject_id = $1`,
        [id],
      );
      expect(events).toEqual([{ actor_id: userId, action: 'passkey.create', fields: [] }]);
    });

    it.each([
      ['on another site’s page', { origin: 'https://evil.example' }],
      ['without checking its user', { unverified: true }],
      ['with a certificate to look up', { attestation: { fmt: 'apple', attStmt: new Map([['x5c', []]]) } }],
    ])('is refused when it was made %s', async (_, irregularity) => {
      const passkey = key.create(await options(user), irregularity);
      const { body } = await user.post('/me/passkeys', { name: 'Puhelin', passkey }).expect(400);
      expect(body.fields[0].field).toBe('passkey');
      expect((await user.get('/me/passkeys').expect(200)).body.items).toEqual([]);
    });

    it('is refused when its challenge is old, was used, or was given to somebody else or for something else', async () => {
      const other = await app.signIn(admin);
      const add = (passkey: object) => user.post('/me/passkeys', { name: 'Puhelin', passkey });
      await add(key.create(await options(other))).expect(400);
      await add(key.create({ ...(await options(user)), challenge: (await challenge()).challenge })).expect(
        400,
      );
      const once = key.create(await options(user));
      await add(once).expect(201);
      await add(once).expect(400);
      const late = key.create(await options(user));
      now += 5 * minute;
      await add(late).expect(400);
    });

    it.each([
      ['nothing', {}],
      ['no answer', { name: 'Puhelin', passkey: 'x' }],
      ['an empty answer', { name: 'Puhelin', passkey: {} }],
      ['no name', { name: ' ', passkey: {} }],
      ['half an answer', { name: 'Puhelin', passkey: { id: 'AA', response: { attestationObject: 'AA' } } }],
    ])('is refused with %s', async (_, body) => {
      expect((await user.post('/me/passkeys', body).expect(400)).body.code).toBe('validation_failed');
    });

    it('needs a login, and a recent proof', async () => {
      await app.stranger.post('/me/passkeys/options').expect(401);
      await app.stranger.get('/me/passkeys').expect(401);
      const { id } = await enrol();
      now += 11 * minute;
      for (const attempt of [
        user.post('/me/passkeys/options'),
        user.post('/me/passkeys', { name: 'x', passkey: {} }),
        user.delete(`/me/passkeys/${id}`),
      ])
        expect((await attempt.expect(403)).body.code).toBe('reauthentication_required');
    });
  });

  describe('to sign in', () => {
    it('is enough alone, and counts as two factors', async () => {
      await enrol();
      const answer = await logIn({ passkey: key.get(await challenge()) }).expect(201);
      expect(answer.body).toMatchObject({ email, secondFactor: { enrolled: ['passkey', 'recovery_code'] } });
      const [session] = await app.rows('SELECT method FROM sessions ORDER BY id DESC LIMIT 1');
      expect(session).toEqual({ method: 'passkey' });
      expect((await user.get('/me/passkeys').expect(200)).body.items[0].usedAt).toBe(
        new Date(now).toISOString(),
      );
    });

    it('is asked for without a word about whose', async () => {
      expect(Object.keys(await challenge()).sort()).toEqual([
        'challenge',
        'rpId',
        'timeout',
        'userVerification',
      ]);
    });

    it('is taken beside the password as well, and asked for there', async () => {
      await enrol();
      const { body } = await logIn({ email, password }).expect(401);
      expect([body.code, body.factors]).toEqual(['second_factor_required', ['passkey', 'recovery_code']]);
      await logIn({ email, password, passkey: key.get(await challenge()) }).expect(201);
    });

    it('is somebody’s own: another user’s does not stand in for it', async () => {
      await enrol();
      const other = new Authenticator();
      await enrol(await app.signIn(admin), other);
      const { body } = await logIn({ email, password, passkey: other.get(await challenge()) }).expect(401);
      expect(body.code).toBe('second_factor_required');
    });

    it('answers a challenge once, also when it is sent twice at the same time', async () => {
      await enrol();
      const passkey = key.get(await challenge());
      const statuses = (await Promise.all([logIn({ passkey }), logIn({ passkey })])).map(
        ({ status }) => status,
      );
      expect(statuses.sort()).toEqual([201, 401]);
      await refused({ passkey });
      await logIn({ passkey: key.get(await challenge()) }).expect(201);
    });

    it('answers a challenge within five minutes, in any process', async () => {
      await enrol();
      const asked = await challenge();
      now += 5 * minute - 1;
      const elsewhere = await createTestApp({ database: app.database, clock: { now: () => new Date(now) } });
      await elsewhere.stranger.post('/sessions', { passkey: key.get(asked) }).expect(201);
      await elsewhere.close();
      const late = key.get(await challenge());
      now += 5 * minute;
      await refused({ passkey: late });
    });

    it.each([
      ['another site’s page', { origin: 'https://evil.example' }],
      ['this machine’s other ports', { origin: 'http://localhost:9999' }],
      ['an authenticator that did not check its user', { unverified: true }],
    ])('is refused from %s', async (_, irregularity) => {
      await enrol();
      await refused({ passkey: key.get(await challenge(), irregularity) });
      await logIn({ passkey: key.get(await challenge()) }).expect(201);
    });

    it('is refused when its signature, its challenge or its user is not right', async () => {
      await enrol();
      const invented = { ...(await challenge()), challenge: Buffer.alloc(70).toString('base64url') };
      await refused({ passkey: key.get(invented) });
      const right = key.get(await challenge()) as { response: object };
      const foreign = Buffer.alloc(16).toString('base64url');
      await refused({ passkey: { ...right, response: { ...right.response, userHandle: foreign } } });
      const signature = Buffer.alloc(70).toString('base64url');
      await refused({ passkey: { ...right, response: { ...right.response, signature } } });
      for (const passkey of [{}, { id: 7 }, { id: 'AA' }, { id: [], response: null }])
        await refused({ passkey });
      const without = { ...right, response: { ...right.response, userHandle: null } };
      await logIn({ passkey: without }).expect(201);
    });

    it('is not taken any more once its counter went back, for there may be a copy, and that is on record', async () => {
      const { id } = await enrol();
      await logIn({ passkey: key.get(await challenge(), { counter: 10 }) }).expect(201);
      await refused({ passkey: key.get(await challenge(), { counter: 10 }) });
      await refused({ passkey: key.get(await challenge(), { counter: 11 }) });
      expect((await user.get('/me/passkeys').expect(200)).body.items[0].suspected).toBe(true);
      const events = await app.rows(
        `SELECT action FROM audit_events WHERE subject_id = $1 AND action = 'passkey.suspect'`,
        [id],
      );
      expect(events).toHaveLength(1);
    });

    it('may have no counter, as those that are copied to several devices have none', async () => {
      await enrol();
      for (let i = 0; i < 2; i++)
        await logIn({ passkey: key.get(await challenge(), { counter: 0 }) }).expect(201);
    });

    it('lets nobody in whose account was shut', async () => {
      await enrol();
      const { id } = (await user.get('/me').expect(200)).body;
      await admin.patch(`/users/${id}`, { active: false }).expect(200);
      await refused({ passkey: key.get(await challenge()) });
    });

    it('cannot be tried without end from one address', async () => {
      const from = (address: string) => logIn({ passkey: { id: 'AA' } }).set('X-Forwarded-For', address);
      for (let i = 0; i < 60; i++) await from('203.0.113.7').expect(401);
      await from('203.0.113.7').expect(429);
      await from('203.0.113.8').expect(401);
    });

    it('comes alone or beside both e-mail address and password', async () => {
      const passkey = { id: 'AA' };
      expect((await logIn({ passkey, email }).expect(400)).body.fields[0].field).toBe('password');
      expect((await logIn({ passkey, password }).expect(400)).body.fields[0].field).toBe('email');
      for (const body of [
        { passkey: 'x' },
        { passkey: null },
        { email, password, passkey: null, otp: null },
        {},
      ])
        expect((await logIn(body).expect(400)).body.code).toBe('validation_failed');
    });
  });

  describe('removed', () => {
    it('is not taken any more, and only its user can remove it', async () => {
      const { id } = await enrol();
      const other = await app.signIn(admin);
      await other.delete(`/me/passkeys/${id}`).expect(404);
      await user.delete(`/me/passkeys/${id}`).expect(204);
      await refused({ passkey: key.get(await challenge()) });
      await logIn({ email, password }).expect(201);
      const [event] = await app.rows(
        'SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY id DESC LIMIT 1',
        [id],
      );
      expect(event).toEqual({ action: 'passkey.remove' });
    });
  });

  it('is not offered where browsers know none: at bare addresses and without encryption', async () => {
    const publicUrl = 'http://crm.example.fi';
    const plain = await createTestApp({
      database: app.database,
      publicUrl,
      clock: { now: () => new Date(now) },
    });
    const answer = await plain.stranger.post('/passkey-challenges').set('Host', 'crm.example.fi').expect(409);
    expect(answer.body.code).toBe('passkeys_unavailable');
    await plain.close();
  });
});
