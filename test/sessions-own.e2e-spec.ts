import { setTimeout as pause } from 'node:timers/promises';
import { Authenticator, createTestApp, password, type Caller, type TestApp } from '@seloste/testing';
import supertest from 'supertest';
import { codeAt, enrolTotp } from './support/otp.js';

const minute = 60_000;
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';

describe('a user’s own sessions', () => {
  let app: TestApp;
  let admin: Caller;
  let user: Caller;
  let email: string;
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
    await admin.post('/sessions', { email: 'aino@havukka.example', password }).expect(201);
    email = `liisa${++users}@havukka.example`;
    user = await app.signIn(admin, { email });
  });

  /** A client that keeps no cookies. */
  const withoutJar = () => supertest(app.app.getHttpServer());
  /** Signs in in another browser; the cookies that it was given, by name. */
  async function browser(given: object = {}, headers: Record<string, string> = {}) {
    const attempt = withoutJar().post('/api/v1/sessions').set(headers);
    const answer = await attempt.send({ email, password, ...given }).expect(201);
    const cookies = answer.get('Set-Cookie')?.map((cookie) => cookie.split(';')[0] ?? '') ?? [];
    const device = cookies.find((cookie) => cookie.startsWith('seloste_device=')) ?? '';
    const session = cookies.find((cookie) => cookie.startsWith('seloste_session=')) ?? '';
    return { device, session, me: () => withoutJar().get('/api/v1/me').set('Cookie', session) };
  }
  const lettersTo = async (address: string) =>
    (
      await app.rows<{ template: string }>(
        `SELECT template FROM mail_messages WHERE recipient = $1 AND template <> 'account_made'`,
        [address],
      )
    ).map(({ template }) => template);
  const latestEvent = async () =>
    (await app.rows('SELECT action, subject_type, fields FROM audit_events ORDER BY id DESC LIMIT 1'))[0];

  describe('in the list', () => {
    it('name browser and system, how they began and which one asks; nothing that the browser said is kept', async () => {
      await browser({}, { 'User-Agent': firefox });
      const { body } = await user.get('/sessions').expect(200);
      expect(body.items).toEqual([
        {
          id: expect.any(String),
          device: null,
          method: 'password',
          createdAt: new Date(now).toISOString(),
          seenAt: new Date(now).toISOString(),
          current: true,
        },
        expect.objectContaining({ device: 'Firefox · Windows', current: false }),
      ]);
      const kept = JSON.stringify(await app.rows('SELECT * FROM sessions'));
      expect(kept).not.toContain('Gecko');
    });

    it('are the user’s alone, and only those that go on', async () => {
      const other = await browser();
      now += 14 * 24 * 60 * minute - 1;
      await user.get('/me').expect(200);
      // The use is written down beside the request.
      const isNoted = async () =>
        (await app.rows('SELECT FROM sessions WHERE seen_at = $1', [new Date(now)])).length > 0;
      while (!(await isNoted())) await pause(10);
      now += 1;
      await other.me().expect(401);
      const { items } = (await user.get('/sessions').expect(200)).body;
      expect(items).toEqual([expect.objectContaining({ current: true, device: null })]);
      await app.stranger.get('/sessions').expect(401);
    });

    it('are ended one by one, at once and on record', async () => {
      const other = await browser();
      const { items } = (await user.get('/sessions').expect(200)).body;
      await user.delete(`/sessions/${items[1].id}`).expect(204);
      await other.me().expect(401);
      expect(await latestEvent()).toEqual({ action: 'session.end', subject_type: 'session', fields: [] });
      await user.delete(`/sessions/${items[1].id}`).expect(404);
      await user.delete('/sessions/x').expect(404);
      await user.delete(`/sessions/${items[0].id}`).expect(204);
      await user.get('/me').expect(401);
    });

    it('are nobody else’s to end', async () => {
      const [own] = (await user.get('/sessions').expect(200)).body.items;
      await admin.delete(`/sessions/${own.id}`).expect(404);
      await app.stranger.delete(`/sessions/${own.id}`).expect(401);
      await user.get('/me').expect(200);
    });
  });

  describe('on a device that was never seen', () => {
    it('are told by mail, once per device, and not for an account’s first', async () => {
      expect(await lettersTo(email)).toEqual([]);
      const { device } = await browser({}, { 'User-Agent': firefox });
      expect(device).toMatch(/^seloste_device=[\w-]{43}$/);
      expect(await lettersTo(email)).toEqual(['new_sign_in']);
      await browser({}, { Cookie: device });
      expect(await lettersTo(email)).toEqual(['new_sign_in']);
    });

    it('are new to each user of a shared device', async () => {
      const { device } = await browser();
      await browser({ email: 'aino@havukka.example' }, { Cookie: device });
      expect(await lettersTo('aino@havukka.example')).toEqual(['new_sign_in']);
    });

    it('leave the hash of a random token only', async () => {
      const { device } = await browser();
      const kept = JSON.stringify(
        await app.rows(`SELECT d.*, encode(token_hash, 'base64') FROM known_devices d`),
      );
      expect(kept).not.toContain(device.split('=')[1]);
    });
  });

  describe('proving anew who one is', () => {
    const prove = (proof: object) => user.put('/sessions/current/proof', proof);

    it('allows dangerous acts for ten minutes, under a new token; the old one is dead', async () => {
      const before = await browser();
      now += 11 * minute;
      const dangerous = (cookie: string) => withoutJar().post('/api/v1/me/totp').set('Cookie', cookie);
      expect((await dangerous(before.session).expect(403)).body.code).toBe('reauthentication_required');
      const answer = await withoutJar()
        .put('/api/v1/sessions/current/proof')
        .set('Cookie', before.session)
        .send({ password })
        .expect(204);
      expect(answer.get('Set-Cookie')).toHaveLength(1);
      const after = answer.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
      await before.me().expect(401);
      await dangerous(after).expect(201);
      now += 10 * minute - 1;
      await dangerous(after).expect(201);
      now += 1;
      await dangerous(after).expect(403);
      await withoutJar().get('/api/v1/me').set('Cookie', after).expect(200);
    });

    it('takes the password where there is no second factor, and nothing less', async () => {
      for (const [proof, field, code] of [
        [{}, 'password', 'wrong_password'],
        [{ otp: '123456' }, 'password', 'wrong_password'],
        [{ password: 'väärä salasana 1' }, 'password', 'wrong_password'],
        [{ passkey: {} }, 'passkey', 'passkey'],
      ] as const)
        expect((await prove(proof).expect(400)).body.fields[0]).toMatchObject({ field, code });
      for (const proof of [{ password: null }, { password, otp: null }, { passkey: null }, { passkey: [] }])
        expect((await prove(proof).expect(400)).body.code).toBe('validation_failed');
      await prove({ password, remember: true }).expect(400);
      await withoutJar().put('/api/v1/sessions/current/proof').send({ password }).expect(401);
      await prove({ password }).expect(204);
    });

    it('takes the password with a code where there is an authenticator app', async () => {
      const { secret, recoveryCodes } = await enrolTotp(user, now);
      now += minute;
      const refusal = async (proof: object) => (await prove(proof).expect(400)).body.fields[0].code;
      expect(await refusal({ password })).toBe('second_factor_required');
      expect(await refusal({ password, otp: '000000' })).toBe('wrong_code');
      expect(await refusal({ password: 'väärä salasana 1', otp: codeAt(secret, now) })).toBe(
        'wrong_password',
      );
      await prove({ password, otp: codeAt(secret, now) }).expect(204);
      expect(await refusal({ password, otp: codeAt(secret, now) })).toBe('wrong_code');
      await prove({ password, otp: recoveryCodes[0] }).expect(204);
    });

    it('takes a passkey alone, one’s own', async () => {
      const [key, foreign] = [new Authenticator(), new Authenticator()];
      const enrol = async (caller: Caller, authenticator: Authenticator) => {
        const { options } = (await caller.post('/me/passkeys/options').expect(201)).body;
        const passkey = authenticator.create(options);
        await caller.post('/me/passkeys', { name: 'Avain', passkey }).expect(201);
      };
      await enrol(user, key);
      await enrol(await app.signIn(admin), foreign);
      const challenge = async () => (await user.post('/passkey-challenges').expect(201)).body.options;
      const { body } = await prove({ passkey: foreign.get(await challenge()) }).expect(400);
      expect(body.fields[0].field).toBe('passkey');
      await prove({ password, passkey: key.get(await challenge()) }).expect(204);
      await prove({ passkey: key.get(await challenge()) }).expect(204);
    });

    it('is counted like signing in, so that a borrowed session is no way to the password', async () => {
      for (let i = 0; i < 5; i++) await prove({ password: `väärä salasana ${i}` }).expect(400);
      await prove({ password }).expect(429);
      await browser({}, { 'X-Forwarded-For': '198.51.100.9' });
    });

    it('is on record, and so is its refusal', async () => {
      await prove({ password: 'väärä salasana 1' }).expect(400);
      expect(await latestEvent()).toEqual({
        action: 'session.refuse',
        subject_type: 'user',
        fields: ['proof'],
      });
      await prove({ password }).expect(204);
      expect(await latestEvent()).toEqual({ action: 'session.prove', subject_type: 'session', fields: [] });
    });
  });

  it('go on under a new token when the password changes; the old token is dead', async () => {
    const { session, me } = await browser();
    const newPassword = 'lahna pyrstö kohisee';
    const answer = await withoutJar()
      .put('/api/v1/me/password')
      .set('Cookie', session)
      .send({ currentPassword: password, newPassword })
      .expect(204);
    await me().expect(401);
    const renewed = answer.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
    await withoutJar().get('/api/v1/me').set('Cookie', renewed).expect(200);
    await user.get('/me').expect(401);
  });

  it('are kept in cookies bound to the host where the product is served by https', async () => {
    const host = 'crm.example.fi';
    const publicUrl = `https://${host}`;
    const secure = await createTestApp({
      database: app.database,
      publicUrl,
      clock: { now: () => new Date(now) },
    });
    const client = supertest(secure.app.getHttpServer());
    const answer = await client
      .post('/api/v1/sessions')
      .set('Host', host)
      .send({ email, password })
      .expect(201);
    const cookies = answer.get('Set-Cookie') ?? [];
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual([
      '__Host-seloste_session',
      '__Host-seloste_device',
    ]);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; Path=\/;.*HttpOnly; Secure; SameSite=Lax$/);
      expect(cookie).not.toContain('Domain');
    }
    const value = cookies[0]?.split(';')[0] ?? '';
    const me = (cookie: string) => client.get('/api/v1/me').set('Host', host).set('Cookie', cookie);
    await me(value).expect(200);
    await me(value.replace('__Host-', '')).expect(401);
    await secure.close();
  });
});
