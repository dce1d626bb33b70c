import { createTestApp, password, type Caller, type TestApp } from '@seloste/testing';
import { Secret, TOTP } from 'otpauth';
import supertest from 'supertest';
import { startOidcIssuer, type OidcIssuer, type Person } from './support/oidc-issuer.js';

const id = '01a20800-0000-7000-8000-00000000e1d3';
const secondStep = `/login?step=second_factor&provider=${id}`;

describe('a second factor beside OpenID Connect', () => {
  let app: TestApp;
  let admin: Caller;
  let issuer: OidcIssuer;
  let now = Date.now();
  let count = 0;

  const browser = () => supertest.agent(app.app.getHttpServer());
  type Browser = ReturnType<typeof browser>;
  const person = (email: string, amr?: string[]): Person => ({
    sub: email,
    claims: { email, email_verified: true },
    ...(amr ? { amr } : {}),
  });
  const logIn = async (somebody: Person, from: Browser) => {
    issuer.person = somebody;
    const { body } = await from.post(`/api/v1/oidc/${id}/authorisations`).send({}).expect(201);
    const answer = await from
      .get(await issuer.visit(body.url))
      .redirects(0)
      .expect(303);
    return answer.headers.location;
  };
  const show = (from: Browser, shown: object) => from.post(`/api/v1/oidc/${id}/sessions`).send(shown);
  const anAccount = async (roles = ['salesperson']) => {
    const email = `tiina${++count}@havukka.example`;
    await app.signIn(admin, { email, roles });
    return email;
  };
  /** An account with an authenticator app; the codes that the app shows. */
  const withApp = async () => {
    const email = `taina${++count}@havukka.example`;
    const caller = await app.signIn(admin, { email });
    const { secret } = (await caller.post('/me/totp').expect(201)).body;
    const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now });
    await caller.put('/me/totp/confirmation', { code: code() }).expect(200);
    now += 30_000; // a code is good once
    return { email, code };
  };

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(now) } });
    issuer = await startOidcIssuer(`http://127.0.0.1/api/v1/oidc/${id}/callback`);
    admin = await app.setUp();
    const provider = { kind: 'other', name: 'Tunnukset', issuer: issuer.url, clientId: issuer.clientId };
    const secret = { clientSecret: issuer.clientSecret, allowedDomains: ['havukka.example'] };
    await admin.put(`/security-settings/oidc-providers/${id}`, { ...provider, ...secret }).expect(200);
  });
  beforeEach(async () => {
    await app.rows('DELETE FROM login_throttles');
    await admin.put('/sessions/current/proof', { password }).expect(204);
  });
  afterAll(async () => {
    await app.close();
    await issuer.close();
  });

  it('is asked for by an account that has one, before there is a session', async () => {
    const { email, code } = await withApp();
    const from = browser();
    expect(await logIn(person(email), from)).toBe(secondStep);
    await from.get('/api/v1/me').expect(401);
    const asked = await show(from, {}).expect(401);
    expect(asked.body).toMatchObject({
      code: 'second_factor_required',
      factors: expect.arrayContaining(['totp']),
    });
    await show(from, { otp: '000000' }).expect(401);
    const [refusal] = await app.rows(
      `SELECT fields FROM audit_events WHERE action = 'session.refuse' ORDER BY id DESC LIMIT 1`,
    );
    expect(refusal).toEqual({ fields: ['second_factor'] });
    expect((await show(from, { otp: code() }).expect(201)).body.email).toBe(email);
    await from.get('/api/v1/me').expect(200);
    expect((await from.get('/api/v1/sessions').expect(200)).body.items[0]).toMatchObject({ method: 'oidc' });
  });

  it('that the provider asked for is not asked for again', async () => {
    const { email } = await withApp();
    expect(await logIn(person(email, ['pwd', 'mfa']), browser())).toBe('/');
    expect(await logIn(person(email, ['pwd']), browser())).toBe(secondStep);
  });

  it('is shown only by the browser of the first step, within ten minutes, while the link lasts', async () => {
    const { email, code } = await withApp();
    const from = browser();
    await logIn(person(email), from);
    expect((await show(browser(), { otp: code() }).expect(401)).body.code).toBe('oidc_expired');
    now += 10 * 60_000;
    expect((await show(from, { otp: code() }).expect(401)).body.code).toBe('oidc_expired');
    await logIn(person(email), from);
    await app.rows('DELETE FROM oidc_links');
    expect((await show(from, { otp: code() }).expect(401)).body.code).toBe('oidc_refused');
  });

  it('is not guessed: a few wrong codes close the way', async () => {
    const { email, code } = await withApp();
    const from = browser();
    await logIn(person(email), from);
    for (let i = 0; i < 5; i++) await show(from, { otp: '000000' }).expect(401);
    await show(from, { otp: code() }).expect(429);
  });

  it('is a text or is not there: 400 otherwise', async () => {
    const { email } = await withApp();
    const from = browser();
    await logIn(person(email), from);
    for (const shown of [{ otp: null }, { otp: 7 }, { passkey: null }]) await show(from, shown).expect(400);
  });

  it('does not stand in for the first step', async () => {
    const { code } = await withApp();
    const from = browser();
    await from.post(`/api/v1/oidc/${id}/authorisations`).send({}).expect(201);
    expect((await show(from, { otp: code() }).expect(401)).body.code).toBe('oidc_expired');
  });

  it('that a role demands is satisfied by the provider’s, for that session', async () => {
    const { body } = await admin.get('/security-settings').expect(200);
    const { exportApprovalThreshold } = body;
    const demand = (secondFactorRoles: string[]) =>
      admin.put('/security-settings', { secondFactorRoles, exportApprovalThreshold }).expect(200);
    const email = await anAccount();
    await demand(['salesperson']);
    const [strong, weak] = [browser(), browser()];
    await logIn(person(email, ['pwd', 'mfa']), strong);
    await strong.get('/api/v1/contacts').expect(200);
    await logIn(person(email), weak);
    const refused = await weak.get('/api/v1/contacts').expect(403);
    expect(refused.body.code).toBe('second_factor_enrolment_required');
    await demand([]);
  });
});
