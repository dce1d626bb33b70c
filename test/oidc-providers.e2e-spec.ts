import { createTestApp, password, type Caller, type TestApp } from '@seloste/testing';
import { startOidcIssuer, type OidcIssuer } from './support/oidc-issuer.js';

const id = '01a20800-0000-7000-8000-00000000e1d1';
const elsewhere = '01a20800-0000-7000-8000-00000000e1d2';
const settingsOf = (provider: string) => `/security-settings/oidc-providers/${provider}`;
const redirectUri = `http://127.0.0.1/api/v1/oidc/${id}/callback`;

describe('signing in by OpenID Connect is set up', () => {
  let app: TestApp;
  let admin: Caller;
  let salesperson: Caller;
  let issuer: OidcIssuer;
  let now = Date.now();

  const provider = (fields: object = {}) => ({
    kind: 'other',
    name: 'Havukan tunnukset',
    issuer: issuer.url,
    clientId: issuer.clientId,
    clientSecret: issuer.clientSecret,
    allowedDomains: ['havukka.example'],
    ...fields,
  });

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(now) } });
    issuer = await startOidcIssuer(redirectUri);
    admin = await app.setUp();
    salesperson = await app.signIn(admin);
  });
  beforeEach(async () => {
    now = Date.now();
    await admin.put(settingsOf(id), provider()).expect(200);
  });
  afterAll(async () => {
    await app.close();
    await issuer.close();
  });

  it('by an administrator, who names the provider; its secret is sealed and never given out', async () => {
    const { body } = await admin.put(settingsOf(id), provider({ allowedDomains: ['Havukka.example'] }));
    expect(body).toEqual({
      id,
      kind: 'other',
      name: 'Havukan tunnukset',
      issuer: issuer.url,
      clientId: 'seloste',
      allowedDomains: ['havukka.example'],
      redirectUri,
      version: expect.any(Number),
    });
    expect((await admin.get(settingsOf(id)).expect(200)).body).toEqual(body);
    expect((await admin.get('/security-settings/oidc-providers').expect(200)).body.items).toEqual([body]);
    const rows = await app.rows('SELECT * FROM oidc_providers');
    expect(JSON.stringify(rows)).not.toContain(issuer.clientSecret);
    const [event] = await app.rows<{ fields: string[] }>(
      `SELECT subject_id, fields FROM audit_events WHERE action = 'oidc_provider.create'`,
    );
    expect(event).toMatchObject({
      subject_id: id,
      fields: expect.arrayContaining(['issuer', 'clientSecret']),
    });
  });

  it('and shown to strangers by name alone, without asking anybody', async () => {
    const before = issuer.asked.length;
    const { body } = await app.stranger.get('/oidc-providers').expect(200);
    expect(body).toEqual({ items: [{ id, name: 'Havukan tunnukset', kind: 'other' }] });
    expect(issuer.asked).toHaveLength(before);
  });

  it.each([
    ['no domain', { allowedDomains: [] }, 'allowedDomains'],
    ['a domain that is none', { allowedDomains: ['havukka'] }, 'allowedDomains'],
    ['no secret at first', { clientSecret: undefined }, 'clientSecret'],
    ['an issuer without encryption', { issuer: 'http://login.havukka.example' }, 'issuer'],
    ['an issuer that is no URL', { issuer: 'havukka' }, 'issuer'],
    [
      'Microsoft without a tenant',
      { kind: 'microsoft', issuer: 'https://login.microsoftonline.com/common/v2.0' },
      'issuer',
    ],
    ['another issuer as Google', { kind: 'google', issuer: 'https://havukka.example' }, 'issuer'],
    ['Google as another', { issuer: 'https://accounts.google.com' }, 'issuer'],
    ['an unknown field', { makeAccounts: true }, 'makeAccounts'],
  ])('not with %s', async (_, fields, field) => {
    const { body } = await admin.put(settingsOf(elsewhere), provider(fields)).expect(400);
    expect(body.fields[0].field).toBe(field);
    await admin.get(settingsOf(elsewhere)).expect(404);
  });

  it('and by nobody else, nor by an administrator who has not lately shown who they are', async () => {
    await app.stranger.put(settingsOf(id), provider()).expect(401);
    await salesperson.put(settingsOf(id), provider()).expect(403);
    await salesperson.get(settingsOf(id)).expect(403);
    await salesperson.delete(settingsOf(id)).expect(403);
    now += 11 * 60_000;
    for (const act of [admin.put(settingsOf(id), provider()), admin.delete(settingsOf(id))])
      expect((await act.expect(403)).body.code).toBe('reauthentication_required');
  });

  it('with the version that was read, and records only what differs', async () => {
    const { body } = await admin.get(settingsOf(id));
    const renamed = provider({ name: 'Tunnukset', clientSecret: undefined });
    await admin
      .put(settingsOf(id), renamed)
      .set('If-Match', `"${body.version + 1}"`)
      .expect(412);
    await admin.put(settingsOf(id), renamed).set('If-Match', `"${body.version}"`).expect(200);
    const [event] = await app.rows(
      `SELECT fields FROM audit_events WHERE action = 'oidc_provider.update' ORDER BY id DESC LIMIT 1`,
    );
    expect(event).toEqual({ fields: ['name'] });
  });

  it('and ends with the provider, links and all', async () => {
    const email = 'matti@havukka.example';
    await admin
      .post('/users', { name: 'Matti', email, password, roles: ['salesperson'], language: 'fi' })
      .expect(201);
    await admin.put(settingsOf(elsewhere), provider({ clientId: 'other' })).expect(200);
    await app.rows(
      `INSERT INTO oidc_links SELECT gen_random_uuid(), id, $1, 'x', now(), now() FROM users WHERE email = $2`,
      [elsewhere, email],
    );
    await admin.delete(settingsOf(elsewhere)).expect(204);
    await admin.delete(settingsOf(elsewhere)).expect(404);
    await app.stranger.post(`/oidc/${elsewhere}/authorisations`, {}).expect(404);
    const events = await app.rows(
      `SELECT action FROM audit_events WHERE action ~ '^oidc_.*delete' ORDER BY action DESC`,
    );
    expect(events).toEqual([{ action: 'oidc_provider.delete' }, { action: 'oidc_link.delete' }]);
  });
});
