import { createTestApp, password, type Caller, type TestApp } from '@seloste/testing';
import supertest from 'supertest';
import { startOidcIssuer, type OidcIssuer, type Person } from './support/oidc-issuer.js';

const id = '01a20800-0000-7000-8000-00000000e1d1';
const elsewhere = '01a20800-0000-7000-8000-00000000e1d2';
const settingsOf = (provider: string) => `/security-settings/oidc-providers/${provider}`;
const redirectUri = `http://127.0.0.1/api/v1/oidc/${id}/callback`;

const verified = (email: string, sub = email): Person => ({ sub, claims: { email, email_verified: true } });

describe('signing in by OpenID Connect', () => {
  let app: TestApp;
  let admin: Caller;
  let salesperson: Caller;
  let issuer: OidcIssuer;
  let now = Date.now();
  let count = 0;

  const provider = (fields: object = {}) => ({
    kind: 'other',
    name: 'Havukan tunnukset',
    issuer: issuer.url,
    clientId: issuer.clientId,
    clientSecret: issuer.clientSecret,
    allowedDomains: ['havukka.example'],
    ...fields,
  });
  const browser = () => supertest.agent(app.app.getHttpServer());
  type Browser = ReturnType<typeof browser>;
  const begin = async (from: Browser, at = id): Promise<string> =>
    (await from.post(`/api/v1/oidc/${at}/authorisations`).send({}).expect(201)).body.url;
  /** The whole way of a browser; the answer to its coming back. */
  const logIn = async (person: Person | null, from = browser(), change = (url: string) => url) => {
    issuer.person = person;
    const back = await issuer.visit(change(await begin(from)));
    expect(back).not.toContain('havukka.example');
    return from.get(back).redirects(0).expect(303);
  };
  const anAccount = async (roles = ['salesperson']): Promise<{ email: string; id: string }> => {
    const email = `matti${++count}@havukka.example`;
    const { body } = await admin
      .post('/users', { name: 'Matti', email, password, roles, language: 'fi' })
      .expect(201);
    return { email, id: body.id };
  };
  const refused = '/login?problem=oidc_refused';

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(now) } });
    issuer = await startOidcIssuer(redirectUri);
    admin = await app.setUp();
    salesperson = await app.signIn(admin);
  });
  beforeEach(async () => {
    now = Date.now();
    await app.rows('DELETE FROM login_throttles');
    await admin.put(settingsOf(id), provider()).expect(200);
  });
  afterAll(async () => {
    await app.close();
    await issuer.close();
  });

  describe('lets in', () => {
    it('whoever has an account with the verified address, by code, PKCE, state and nonce', async () => {
      const { email, id: userId } = await anAccount();
      const from = browser();
      const answer = await logIn(verified(email), from);
      expect(answer.headers.location).toBe('/');
      expect((await from.get('/api/v1/me').expect(200)).body.email).toBe(email);
      const asked = Object.fromEntries(issuer.asked.at(-1)?.searchParams ?? []);
      expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256' });
      for (const name of ['code_challenge', 'state', 'nonce'])
        expect(asked[name]?.length).toBeGreaterThan(40);
      const events = await app.rows(
        `SELECT action, actor_id FROM audit_events WHERE request_id = $1 ORDER BY id`,
        [answer.headers['x-request-id']],
      );
      expect(events).toEqual([
        { action: 'oidc_link.create', actor_id: userId },
        { action: 'session.create', actor_id: userId },
      ]);
    });

    it('the same person when their address changes there, by the provider’s own name for them', async () => {
      const { email } = await anAccount();
      await logIn(verified(email, 'subject 1'));
      const from = browser();
      await logIn(verified('uusi.nimi@havukka.example', 'subject 1'), from);
      expect((await from.get('/api/v1/me').expect(200)).body.email).toBe(email);
    });

    it('people of the Google Workspace, which its claim proves', async () => {
      await admin.put(settingsOf(id), provider({ kind: 'google' })).expect(200);
      const { email } = await anAccount();
      const person = verified(email);
      const answer = await logIn({ ...person, claims: { ...person.claims, hd: 'havukka.example' } });
      expect(answer.headers.location).toBe('/');
    });

    it('people of the Microsoft tenant by the address that Microsoft verified', async () => {
      await admin.put(settingsOf(id), provider({ kind: 'microsoft' })).expect(200);
      const { email } = await anAccount();
      const claims = { email: 'other@havukka.example', verified_primary_email: [email] };
      expect((await logIn({ sub: email, claims })).headers.location).toBe('/');
      const other = await anAccount();
      const vouched = { sub: other.email, claims: { email: other.email, xms_edov: true } };
      expect((await logIn(vouched)).headers.location).toBe('/');
    });

    it('whoever was invited, once the provider vouches for the address: the account begins without a password', async () => {
      const email = 'uusi@havukka.example';
      const invitation = { name: 'Uusi Tekijä', email, roles: ['salesperson'], language: 'fi' };
      const { body } = await admin.post('/invitations', invitation).expect(201);
      expect((await logIn({ sub: email, claims: { email } })).headers.location).toBe(refused);
      const from = browser();
      expect((await logIn(verified(email), from)).headers.location).toBe('/');
      expect((await from.get('/api/v1/me').expect(200)).body).toMatchObject({
        email,
        roles: ['salesperson'],
      });
      expect(await app.rows('SELECT password_hash FROM users WHERE email = $1', [email])).toEqual([
        { password_hash: null },
      ]);
      const [event] = await app.rows(
        `SELECT subject_id FROM audit_events WHERE action = 'invitation.accept' ORDER BY id DESC LIMIT 1`,
      );
      expect(event).toEqual({ subject_id: body.id });
      await app.stranger.post('/sessions', { email, password: 'null' }).expect(401);
    });

    it('nobody whose invitation was revoked', async () => {
      const email = 'peruttu@havukka.example';
      const invitation = { name: 'Peruttu', email, roles: ['salesperson'], language: 'fi' };
      const { body } = await admin.post('/invitations', invitation).expect(201);
      await admin.delete(`/invitations/${body.id}`).expect(204);
      expect((await logIn(verified(email))).headers.location).toBe(refused);
    });

    it('as somebody who proved who they are when the provider says so, not now', async () => {
      const { email } = await anAccount(['admin']);
      const [lately, long] = [browser(), browser()];
      await logIn(verified(email), lately);
      const act = (from: Browser) => from.put(`/api/v1${settingsOf(id)}`).send(provider());
      await act(lately).expect(200);
      now += 11 * 60_000;
      await logIn(verified(email), long);
      expect((await act(long).expect(403)).body.code).toBe('reauthentication_required');
    });

    it('with a new session, and ends the one that the browser had', async () => {
      const from = browser();
      const [first, second] = [await anAccount(), await anAccount()];
      await logIn(verified(first.email), from);
      await logIn(verified(second.email), from);
      const sessions = (user: string) => app.rows('SELECT 1 FROM sessions WHERE user_id = $1', [user]);
      expect(await sessions(first.id)).toHaveLength(0);
      expect(await sessions(second.id)).toHaveLength(1);
    });
  });

  describe('refuses with one and the same answer, on record,', () => {
    const refusals = async () =>
      (await app.rows(`SELECT 1 FROM audit_events WHERE action = 'session.refuse'`)).length;
    const expectRefused = async (person: Person) => {
      const before = await refusals();
      const from = browser();
      const answer = await logIn(person, from);
      expect(answer.headers.location).toBe(refused);
      expect(String(answer.get('Set-Cookie'))).not.toContain('seloste_session');
      await from.get('/api/v1/me').expect(401);
      expect(await refusals()).toBe(before + 1);
    };

    it('an address that the provider did not verify', async () => {
      const { email } = await anAccount();
      await expectRefused({ sub: email, claims: { email, email_verified: false } });
      await expectRefused({ sub: email, claims: { email } });
    });

    it('an address of another domain, even with an account', async () => {
      const email = 'vieras@muualla.example';
      await admin.post('/users', { name: 'V', email, password, roles: ['salesperson'], language: 'fi' });
      await expectRefused(verified(email));
    });

    it('an address without an account, and makes none', async () => {
      await expectRefused(verified('tuntematon@havukka.example'));
      expect(await app.rows(`SELECT 1 FROM users WHERE email = 'tuntematon@havukka.example'`)).toEqual([]);
    });

    it('a deactivated account, also when it is linked', async () => {
      const user = await anAccount();
      await logIn(verified(user.email));
      await admin.patch(`/users/${user.id}`, { active: false }).expect(200);
      await expectRefused(verified(user.email));
    });

    it('somebody else under the address of a linked account: addresses are given to others, subjects never', async () => {
      const { email } = await anAccount();
      await logIn(verified(email, 'first holder'));
      await expectRefused(verified(email, 'second holder'));
    });

    it('a Google address whose domain is only in its text', async () => {
      await admin.put(settingsOf(id), provider({ kind: 'google' })).expect(200);
      const { email } = await anAccount();
      await expectRefused(verified(email));
      await expectRefused({ sub: 'x', claims: { email, email_verified: true, hd: 'muualla.example' } });
    });

    it('a Microsoft address that only somebody’s directory says', async () => {
      await admin.put(settingsOf(id), provider({ kind: 'microsoft' })).expect(200);
      const { email } = await anAccount();
      await expectRefused({ sub: 'y', claims: { email, email_verified: true, xms_edov: false } });
    });
  });

  describe('takes an answer', () => {
    const { email } = { email: 'vastaus@havukka.example' };
    beforeAll(() =>
      admin
        .post('/users', { name: 'V', email, password, roles: ['salesperson'], language: 'fi' })
        .expect(201),
    );
    const comeBack = async (from: Browser, back: string) =>
      (await from.get(back).redirects(0).expect(303)).headers.location;

    it('once, and only from the browser that began', async () => {
      issuer.person = verified(email);
      const from = browser();
      const back = await issuer.visit(await begin(from));
      expect(await comeBack(browser(), back)).toBe('/login?problem=oidc_expired');
      const other = browser();
      await begin(other);
      expect(await comeBack(other, back)).toBe('/login?problem=oidc_expired');
      expect(await comeBack(from, back)).toBe('/');
      expect(await comeBack(from, back)).toBe('/login?problem=oidc_expired');
    });

    it('not with a code that was used', async () => {
      issuer.person = verified(email);
      const from = browser();
      const begun = await from.post(`/api/v1/oidc/${id}/authorisations`).send({}).expect(201);
      const [cookie = ''] = begun.get('Set-Cookie') ?? [];
      expect(cookie).toMatch(/^seloste_oidc=[\w-]+; Max-Age=600; Path=\/;.*HttpOnly; SameSite=Lax$/);
      const back = await issuer.visit(begun.body.url);
      expect(await comeBack(from, back)).toBe('/');
      const replay = await from.get(back).set('Cookie', cookie.replace(/;.*/, '')).redirects(0).expect(303);
      expect(replay.headers.location).toBe('/login?problem=oidc_failed');
    });

    it('within ten minutes', async () => {
      issuer.person = verified(email);
      const from = browser();
      const back = await issuer.visit(await begin(from));
      now += 10 * 60_000;
      expect(await comeBack(from, back)).toBe('/login?problem=oidc_expired');
    });

    it.each(['nonce', 'code_challenge'])('only with the %s of the beginning', async (name) => {
      const changed = (url: string) => {
        const to = new URL(url);
        to.searchParams.set(name, 'A'.repeat(43));
        return to.href;
      };
      const answer = await logIn(verified(email), browser(), changed);
      expect(answer.headers.location).toBe('/login?problem=oidc_failed');
    });

    it('that says no, and tells the login page so', async () => {
      expect((await logIn(null)).headers.location).toBe('/login?problem=oidc_cancelled');
    });

    it('only of the provider that it was asked from', async () => {
      await admin.put(settingsOf(elsewhere), provider({ clientId: 'other' })).expect(200);
      issuer.person = verified(email);
      const from = browser();
      const back = await issuer.visit(await begin(from));
      expect(await comeBack(from, back.replace(id, elsewhere))).toBe('/login?problem=oidc_expired');
      await admin.delete(settingsOf(elsewhere)).expect(204);
    });

    it('sixty times in a quarter of an hour from one address, at most', async () => {
      issuer.person = verified('tuntematon@havukka.example');
      const from = browser();
      const begun = await from.post(`/api/v1/oidc/${id}/authorisations`).send({}).expect(201);
      const [cookie = ''] = begun.get('Set-Cookie') ?? [];
      const { searchParams } = new URL(begun.body.url);
      const junk = `/api/v1/oidc/${id}/callback?code=x&state=${searchParams.get('state')}`;
      await app.rows(`UPDATE login_throttles SET points = 59`);
      const locations: (string | undefined)[] = [];
      for (let i = 0; i < 61; i++)
        locations.push(
          (await from.get(junk).set('Cookie', cookie.replace(/;.*/, '')).redirects(0)).headers.location,
        );
      expect(new Set(locations.slice(0, 60))).toEqual(new Set(['/login?problem=oidc_failed']));
      expect(locations[60]).toBe('/login?problem=too_many_requests');
    });
  });

  describe('with a provider that is away', () => {
    it('is a 503 at once, and the login page’s problem on the way back', async () => {
      const away = await startOidcIssuer(`http://127.0.0.1/api/v1/oidc/${elsewhere}/callback`);
      await admin.put(settingsOf(elsewhere), provider({ issuer: away.url })).expect(200);
      away.person = verified('aino@havukka.example');
      const from = browser();
      const back = await away.visit(await begin(from, elsewhere));
      await away.close();
      const answer = await from.get(back).redirects(0).expect(303);
      expect(answer.headers.location).toBe('/login?problem=oidc_unavailable');
      await admin.put(settingsOf(elsewhere), provider({ issuer: away.url, name: 'Poissa' })).expect(200);
      const { body } = await browser().post(`/api/v1/oidc/${elsewhere}/authorisations`).send({}).expect(503);
      expect(body.code).toBe('oidc_unavailable');
    });

    it('is a 503 when another issuer answers than was set up', async () => {
      const url = issuer.url.replace('127.0.0.1', 'localhost');
      await admin.put(settingsOf(elsewhere), provider({ issuer: url })).expect(200);
      await browser().post(`/api/v1/oidc/${elsewhere}/authorisations`).send({}).expect(503);
    });
  });

  describe('leaves links', () => {
    it('which users see and remove, each their own', async () => {
      const { email } = await anAccount();
      const from = browser();
      await logIn(verified(email), from);
      const { body } = await from.get('/api/v1/me/oidc-links').expect(200);
      expect(body.items).toEqual([
        {
          id: expect.any(String),
          provider: { id, name: 'Havukan tunnukset' },
          linkedAt: expect.any(String),
          usedAt: expect.any(String),
        },
      ]);
      const link = body.items[0].id;
      await salesperson.delete(`/me/oidc-links/${link}`).expect(404);
      await from.delete(`/api/v1/me/oidc-links/${link}`).expect(204);
      expect((await from.get('/api/v1/me/oidc-links')).body.items).toEqual([]);
      const [event] = await app.rows(
        `SELECT subject_id FROM audit_events WHERE action = 'oidc_link.delete' ORDER BY id DESC LIMIT 1`,
      );
      expect(event).toEqual({ subject_id: link });
    });

    it('which end when the provider becomes another', async () => {
      const { email } = await anAccount();
      const from = browser();
      await logIn(verified(email), from);
      await admin.put(settingsOf(id), provider({ clientId: 'another client' })).expect(200);
      expect((await from.get('/api/v1/me/oidc-links').expect(200)).body.items).toEqual([]);
    });
  });
});
