import { createTestApp, eventually, password, type Caller, type TestApp } from '@seloste/testing';
import supertest from 'supertest';
import { codeAt, enrolTotp } from './support/otp.js';

const minute = 60_000;

describe('a second factor', () => {
  let app: TestApp;
  let admin: Caller;
  let user: Caller;
  let email: string;
  let userId: string;
  let now = Date.parse('2026-11-23T08:00:00Z');
  let users = 0;

  const logIn = (given: object = {}, address = '192.0.2.1') =>
    withoutJar()
      .post('/api/v1/sessions')
      .send({ email, password, ...given })
      .set('X-Forwarded-For', address)
      .then(({ status, body }) => ({ status, code: body.code, factors: body.factors }));
  /** A client that keeps no cookies. */
  const withoutJar = () => supertest(app.app.getHttpServer());
  const asked = (...factors: string[]) => ({ status: 401, code: 'second_factor_required', factors });
  const begun = { status: 201, code: undefined, factors: undefined };
  const actionsOf = async () =>
    (await app.rows<{ action: string }>('SELECT action FROM audit_events')).map(({ action }) => action);
  const lettersOf = async () =>
    (
      await app.rows<{ template: string }>(
        `SELECT template FROM mail_messages WHERE user_id = $1 AND template <> 'account_made'`,
        [userId],
      )
    ).map(({ template }) => template);

  /** Signs in in another browser: its cookie. */
  async function cookieOf(given: object = {}): Promise<string> {
    const attempt = withoutJar()
      .post('/api/v1/sessions')
      .send({ email, password, ...given });
    return (await attempt.expect(201)).get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
  }
  const me = (cookie: string) => withoutJar().get('/api/v1/me').set('Cookie', cookie);

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(now) } });
    admin = await app.setUp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.rows('DELETE FROM login_throttles');
    now += 20 * minute;
    await admin.put('/sessions/current/proof', { password }).expect(204);
    email = `tero${++users}@havukka.example`;
    user = await app.signIn(admin, { email });
    userId = (await user.get('/me').expect(200)).body.id;
  });

  describe('of an authenticator app', () => {
    it('is offered as text, address and picture, and counts from its first code', async () => {
      const { body } = await user.post('/me/totp').expect(201);
      expect(body).toEqual({
        secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
        uri: expect.stringContaining(`otpauth://totp/Seloste:${encodeURIComponent(email)}`),
        qrCode: expect.stringMatching(/^<svg .*<\/svg>$/s),
      });
      expect(await logIn()).toEqual(begun);
      await user.put('/me/totp/confirmation', { code: '12 345' }).expect(400);
      const wrong = await user.put('/me/totp/confirmation', { code: '000000' }).expect(400);
      expect(wrong.body.fields[0]).toMatchObject({ field: 'code', code: 'wrong_code' });
      const code = codeAt(body.secret, now);
      const { body: confirmed } = await user.put('/me/totp/confirmation', { code }).expect(200);
      expect(confirmed.recoveryCodes).toHaveLength(10);
      expect((await user.get('/me/totp').expect(200)).body).toEqual({
        confirmedAt: new Date(now).toISOString(),
        recoveryCodesLeft: 10,
      });
      expect((await user.get('/me').expect(200)).body.secondFactor).toEqual({
        enrolled: ['totp', 'recovery_code'],
        demanded: false,
      });
      expect(await logIn()).toEqual(asked('totp', 'recovery_code'));
      expect(await lettersOf()).toContain('second_factor_changed');
    });

    it('is kept sealed: no secret and no code is in the database as it is', async () => {
      const { secret, recoveryCodes } = await enrolTotp(user, now);
      const kept = JSON.stringify([
        await app.rows('SELECT sealed_secret FROM totp_secrets WHERE user_id = $1', [userId]),
        await app.rows(`SELECT encode(code_hash, 'escape') FROM recovery_codes WHERE user_id = $1`, [userId]),
        await app.rows('SELECT * FROM audit_events'),
      ]);
      for (const value of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replace('-', ''))])
        expect(kept).not.toContain(value);
    });

    it('lets its user in with the present code, the one before and the one after, each once', async () => {
      const { secret } = await enrolTotp(user, now);
      expect(await logIn({ otp: codeAt(secret, now) })).toEqual(asked('totp', 'recovery_code'));
      now += 2 * minute;
      expect(await logIn({ otp: codeAt(secret, now - minute) })).toEqual(asked('totp', 'recovery_code'));
      expect(await logIn({ otp: codeAt(secret, now - minute / 2) })).toEqual(begun);
      expect(await logIn({ otp: ` ${codeAt(secret, now).replace(/^.../, '$& ')} ` })).toEqual(begun);
      expect(await logIn({ otp: codeAt(secret, now) })).toEqual(asked('totp', 'recovery_code'));
      expect(await logIn({ otp: codeAt(secret, now - minute / 2) })).toEqual(asked('totp', 'recovery_code'));
      expect(await logIn({ otp: codeAt(secret, now + minute / 2) })).toEqual(begun);
    });

    it('lets one of two simultaneous uses of a code in', async () => {
      const { secret } = await enrolTotp(user, now);
      now += minute;
      const otp = codeAt(secret, now);
      const statuses = (await Promise.all([logIn({ otp }), logIn({ otp })])).map(({ status }) => status);
      expect(statuses.sort()).toEqual([201, 401]);
    });

    it('is asked for after a right password only: a stranger does not learn that there is one', async () => {
      const { secret } = await enrolTotp(user, now);
      now += minute;
      const wrong = { status: 401, code: 'invalid_credentials', factors: undefined };
      expect(await logIn({ password: 'väärä salasana 1' })).toEqual(wrong);
      expect(await logIn({ password: 'väärä salasana 1', otp: codeAt(secret, now) })).toEqual(wrong);
      expect(await logIn({ otp: codeAt(secret, now) })).toEqual(begun);
    });

    it('cannot be guessed by whoever knows the password: codes count, from one address and from all', async () => {
      await logIn({}, '198.51.100.1');
      await enrolTotp(user, now);
      for (let i = 0; i < 5; i++) expect((await logIn({ otp: '000000' })).status).toBe(401);
      expect((await logIn({ otp: '000000' })).status).toBe(429);
      for (let i = 0; i < 15; i++)
        expect((await logIn({ otp: '000000' }, `203.0.113.${i}`)).status).toBe(401);
      expect((await logIn({ otp: '000000' }, '203.0.113.99')).status).toBe(429);
      expect((await logIn({ otp: '000000' }, '198.51.100.1')).status).toBe(401);
    });

    it('is replaced by a new app in the moment in which that is confirmed', async () => {
      const { secret } = await enrolTotp(user, now);
      now += minute;
      const { body } = await user.post('/me/totp').expect(201);
      expect(await logIn({ otp: codeAt(secret, now) })).toEqual(begun);
      now += minute;
      const code = codeAt(body.secret, now);
      expect((await user.put('/me/totp/confirmation', { code }).expect(200)).body.recoveryCodes).toBeNull();
      now += minute;
      expect(await logIn({ otp: codeAt(secret, now) })).toMatchObject({ status: 401 });
      expect(await logIn({ otp: codeAt(body.secret, now) })).toEqual(begun);
    });

    it('is removed by its user, with the recovery codes', async () => {
      await user.delete('/me/totp').expect(404);
      await enrolTotp(user, now);
      await user.delete('/me/totp').expect(204);
      expect((await user.get('/me').expect(200)).body.secondFactor.enrolled).toEqual([]);
      expect(await logIn()).toEqual(begun);
      expect(await app.rows('SELECT 1 FROM recovery_codes WHERE user_id = $1', [userId])).toEqual([]);
      await user.post('/me/recovery-codes').expect(409);
    });

    it('ends the other sessions of the account when it is added or removed', async () => {
      const other = await cookieOf();
      const { secret } = await enrolTotp(user, now);
      await me(other).expect(401);
      now += minute;
      const another = await cookieOf({ otp: codeAt(secret, now) });
      await user.delete('/me/totp').expect(204);
      await me(another).expect(401);
      await user.get('/me').expect(200);
    });

    it('is on record, without a value', async () => {
      const { recoveryCodes } = await enrolTotp(user, now);
      await logIn({ otp: recoveryCodes[0] });
      const actions = await actionsOf();
      for (const action of ['totp.invite', 'totp.confirm', 'recovery_codes.create', 'recovery_code.use'])
        expect(actions).toContain(action);
    });
  });

  describe('of recovery codes', () => {
    it('lets its user in once per code, in any writing, and tells them by mail', async () => {
      const { recoveryCodes } = await enrolTotp(user, now);
      const [first = '', second = ''] = recoveryCodes;
      expect(first).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
      expect(await logIn({ otp: first.toUpperCase().replace('-', ' ') })).toEqual(begun);
      expect(await logIn({ otp: first })).toEqual(asked('totp', 'recovery_code'));
      expect(await logIn({ otp: second })).toEqual(begun);
      expect((await user.get('/me/totp').expect(200)).body.recoveryCodesLeft).toBe(8);
      expect((await lettersOf()).filter((template) => template === 'second_factor_changed')).toHaveLength(3);
    });

    it('lets one of two simultaneous uses in', async () => {
      const { recoveryCodes } = await enrolTotp(user, now);
      const otp = recoveryCodes[0];
      const statuses = (await Promise.all([logIn({ otp }), logIn({ otp })])).map(({ status }) => status);
      expect(statuses.sort()).toEqual([201, 401]);
    });

    it('is replaced as a set', async () => {
      const { recoveryCodes } = await enrolTotp(user, now);
      const { body } = await user.post('/me/recovery-codes').expect(201);
      expect(body.recoveryCodes).toHaveLength(10);
      expect(await logIn({ otp: recoveryCodes[0] })).toMatchObject({ status: 401 });
      expect(await logIn({ otp: body.recoveryCodes[0] })).toEqual(begun);
    });
  });

  describe('demanded of a role', () => {
    const demand = async (...secondFactorRoles: string[]) => {
      const { body } = await admin.get('/security-settings').expect(200);
      const wanted = { secondFactorRoles, exportApprovalThreshold: body.exportApprovalThreshold };
      return (await admin.put('/security-settings', wanted).expect(200)).body;
    };
    afterEach(() => demand());

    it('leaves those who have none with their own account until they have one, at once', async () => {
      await user.get('/companies').expect(200);
      expect(await demand('salesperson')).toMatchObject({ secondFactorRoles: ['salesperson'] });
      const { body } = await user.get('/companies').expect(403);
      expect(body.code).toBe('second_factor_enrolment_required');
      expect((await user.get('/me').expect(200)).body.secondFactor).toEqual({ enrolled: [], demanded: true });
      expect(await logIn()).toEqual(begun);
      await enrolTotp(user, now);
      await user.get('/companies').expect(200);
      await admin.get('/users').expect(200);
    });

    it('is known to every process at once', async () => {
      const elsewhere = await createTestApp({ database: app.database, clock: { now: () => new Date(now) } });
      const there = supertest(elsewhere.app.getHttpServer());
      const cookie = await cookieOf();
      const statusThere = async () => (await there.get('/api/v1/companies').set('Cookie', cookie)).status;
      await eventually(async () => expect(await statusThere()).toBe(200));
      await demand('salesperson');
      await eventually(async () => expect(await statusThere()).toBe(403));
      await demand();
      await eventually(async () => expect(await statusThere()).toBe(200));
      await elsewhere.close();
    });

    it('keeps the last one from being removed', async () => {
      await enrolTotp(user, now);
      await demand('salesperson');
      const { body } = await user.delete('/me/totp').expect(409);
      expect(body.code).toBe('second_factor_demanded');
      expect((await user.get('/me').expect(200)).body.secondFactor.enrolled).toContain('totp');
      await demand();
      await user.delete('/me/totp').expect(204);
    });
  });

  describe('that was lost', () => {
    it('is taken away by an administrator: sessions end, the user is told, and the password alone is enough', async () => {
      await enrolTotp(user, now);
      const known = async (caller: Caller) =>
        (await caller.get(`/users/${userId}`).expect(200)).body.secondFactors;
      expect(await known(admin)).toEqual(['totp', 'recovery_code']);
      expect(await known(user)).toBeUndefined();
      await admin.delete(`/users/${userId}/second-factors`).expect(204);
      expect(await known(admin)).toEqual([]);
      await user.get('/me').expect(401);
      expect(await logIn()).toEqual(begun);
      expect(await lettersOf()).toContain('second_factors_reset');
      const [event] = await app.rows(
        `SELECT actor_kind, subject_id FROM audit_events WHERE action = 'second_factors.reset' ORDER BY id DESC LIMIT 1`,
      );
      expect(event).toEqual({ actor_kind: 'user', subject_id: userId });
    });

    it('is not taken away by others, nor by an administrator who did not prove anew who they are', async () => {
      await user.delete(`/users/${userId}/second-factors`).expect(403);
      await app.stranger.delete(`/users/${userId}/second-factors`).expect(401);
      await admin.delete('/users/01a207bb-e5b0-704d-8b14-5b9a3e99f598/second-factors').expect(404);
      now += 11 * minute;
      const { body } = await admin.delete(`/users/${userId}/second-factors`).expect(403);
      expect(body.code).toBe('reauthentication_required');
    });
  });

  it('is changed only by whoever proved lately who they are', async () => {
    now += 11 * minute;
    for (const attempt of [
      user.post('/me/totp'),
      user.put('/me/totp/confirmation', { code: '000000' }),
      user.delete('/me/totp'),
      user.post('/me/recovery-codes'),
    ])
      expect((await attempt.expect(403)).body.code).toBe('reauthentication_required');
    await user.get('/me/totp').expect(200);
    await app.stranger.get('/me/totp').expect(401);
  });
});
