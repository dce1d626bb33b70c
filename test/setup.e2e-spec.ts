import { setupNotice } from '@seloste/identity';
import { createTestApp, password, setupToken, type TestApp } from '@seloste/testing';

const body = (changes: { token?: string; controller?: object; admin?: object } = {}) => ({
  token: changes.token ?? setupToken,
  controller: { name: 'Havukka Palvelut Oy', businessId: '1234567-1', language: 'sv', ...changes.controller },
  admin: { name: 'Aino Testaaja', email: ' Aino@Havukka.Example ', password, ...changes.admin },
});

describe('setup', () => {
  let app: TestApp;
  beforeAll(async () => (app = await createTestApp()));
  afterAll(() => app.close());

  it('is open at first, and the terminal says how to begin', async () => {
    const { body: state } = await app.stranger.get('/setup').expect(200);
    const text = expect.stringContaining('{company}');
    expect(state).toEqual({ done: false, undertaking: { fi: text, sv: text, en: text } });
    expect(await setupNotice(app.app)).toMatch(/\/setup with the setup token/);
  });

  it('refuses a wrong token', async () => {
    const { body: problem } = await app.stranger
      .post('/setup', body({ token: 'guessed-by-a-stranger' }))
      .expect(403);
    expect(problem.code).toBe('wrong_setup_token');
  });

  it.each([
    [
      'a business id with a wrong check digit',
      { controller: { businessId: '1234567-2' } },
      'controller.businessId',
      'business_id',
    ],
    ['a language that it does not speak', { controller: { language: 'de' } }, 'controller.language', 'isIn'],
    ['an empty company name', { controller: { name: '  ' } }, 'controller.name', 'minLength'],
    ['something that is no e-mail address', { admin: { email: 'aino' } }, 'admin.email', 'email'],
    ['a short password', { admin: { password: 'lyhyt sana' } }, 'admin.password', 'minLength'],
    ['an endless password', { admin: { password: 'pitkä '.repeat(40) } }, 'admin.password', 'maxLength'],
    [
      'a password that everybody tries',
      { admin: { password: 'password1234' } },
      'admin.password',
      'common_password',
    ],
    [
      'the own name as a password',
      { admin: { password: 'aino testaaja' } },
      'admin.password',
      'personal_password',
    ],
    ['a field that it does not know', { admin: { role: 'admin' } }, 'admin.role', 'unknown_field'],
  ])('refuses %s and changes nothing', async (_, changes, field, code) => {
    const { body: problem } = await app.stranger.post('/setup', body(changes)).expect(400);
    expect(problem).toMatchObject({ code: 'validation_failed', fields: [{ field, code }] });
    expect(await app.rows('SELECT 1 FROM controllers UNION ALL SELECT 1 FROM users')).toEqual([]);
  });

  it('refuses a page of another site', async () => {
    const { body: problem } = await app.stranger
      .post('/setup', body())
      .set('Origin', 'https://evil.example')
      .expect(403);
    expect(problem.code).toBe('cross_site_request');
  });

  it('makes one company and one administrator however many try at once, and signs that one in', async () => {
    const emails = ['a@havukka.example', 'b@havukka.example', 'c@havukka.example', 'd@havukka.example'];
    const answers = await Promise.all(
      emails.map((email) => app.stranger.post('/setup', body({ admin: { email } }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.code).toBe('already_set_up');

    const done = answers.find(({ status }) => status === 201);
    expect(done?.body).toMatchObject({
      controller: {
        name: 'Havukka Palvelut Oy',
        businessId: '1234567-1',
        language: 'sv',
        timeZone: 'Europe/Helsinki',
      },
      user: {
        name: 'Aino Testaaja',
        roles: ['admin', 'privacy_officer', 'sales_manager'],
        language: 'sv',
        theme: 'auto',
      },
    });
    const users = await app.rows<{ email: string; password_hash: string }>(
      'SELECT email, password_hash FROM users',
    );
    expect(users).toHaveLength(1);
    expect(users[0]?.password_hash).toMatch(/^\$argon2id\$/);
    const { body: me } = await app.stranger.get('/me').expect(200);
    expect(me).toEqual(done?.body.user);
  });

  it('is over then', async () => {
    expect((await app.stranger.get('/setup').expect(200)).body).toEqual({
      done: true,
      undertaking: null,
    });
    expect(await setupNotice(app.app)).toBeNull();
    const { body: problem } = await app.stranger.post('/setup', body({ token: 'whatever' })).expect(409);
    expect(problem.code).toBe('already_set_up');
  });

  it('is on record, without a value', async () => {
    const events = await app.rows('SELECT actor_kind, action, fields FROM audit_events ORDER BY id');
    expect(events).toEqual([
      {
        actor_kind: 'system',
        action: 'controller.create',
        fields: ['name', 'businessId', 'language', 'timeZone'],
      },
      { actor_kind: 'system', action: 'user.create', fields: ['name', 'email', 'language', 'password'] },
      { actor_kind: 'system', action: 'role_grant.create', fields: ['admin'] },
      { actor_kind: 'system', action: 'role_grant.create', fields: ['privacy_officer'] },
      { actor_kind: 'system', action: 'role_grant.create', fields: ['sales_manager'] },
      { actor_kind: 'system', action: 'undertaking.publish', fields: ['fi', 'sv', 'en'] },
      { actor_kind: 'system', action: 'undertaking.accept', fields: ['sv'] },
      { actor_kind: 'user', action: 'session.create', fields: ['password'] },
    ]);
  });
});
