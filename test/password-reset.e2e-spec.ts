import {
  addressesOf,
  createTestApp,
  password,
  startMailServer,
  purge,
  type Caller,
  type MailServer,
  type TestApp,
} from '@seloste/testing';
import supertest from 'supertest';
import { PasswordResetLetters } from '../libs/identity/src/password-reset/password-reset-letters.js';

const chosen = 'kuha viihtyy illalla';
const minute = 60_000;

describe('a forgotten password', () => {
  let server: MailServer;
  let app: TestApp;
  let admin: Caller;
  let now = Date.now();
  let count = 0;

  const someone = async () => {
    const email = `muistamaton${++count}@havukka.example`;
    const caller = await app.signIn(admin, { name: 'Muisto Maton', email });
    return { email, caller, id: (await caller.get('/me')).body.id as string };
  };
  const post = (path: string, body: object, address = '203.0.113.1') =>
    supertest(app.app.getHttpServer()).post(`/api/v1${path}`).set('X-Forwarded-For', address).send(body);
  const ask = (email: string, address?: string) => post('/password-resets', { email }, address).expect(202);
  const complete = (token: string, newPassword = chosen) =>
    post('/password-reset-completions', { token, newPassword });
  const lettersTo = (email: string) =>
    server.received.filter(
      ({ mail }) => addressesOf(mail).includes(email) && /\/password-reset#/.test(mail.text ?? ''),
    );
  /** The tokens that were mailed to the address, oldest first; waits until there are `letters`. */
  const tokensFor = async (email: string, letters = 1): Promise<string[]> => {
    for (let i = 0; lettersTo(email).length < letters && i < 300; i++) await pause(50);
    return lettersTo(email).map(
      ({ mail }) => /\/password-reset#([\w-]{43})$/m.exec(mail.text ?? '')?.[1] ?? 'none',
    );
  };
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  /** Waits until the queue has nothing to do. */
  const quiet = async () => {
    const open = `SELECT 1 FROM pgboss.job WHERE name IN ('identity.password-reset', 'mail.delivery') AND state < 'completed'`;
    while ((await app.rows(open)).length > 0) await pause(50);
  };

  beforeAll(async () => {
    server = await startMailServer();
    app = await createTestApp({ mail: server.mail, clock: { now: () => new Date(now) } });
    admin = await app.setUp();
  });
  afterAll(async () => {
    await app.close();
    await server.close();
  });
  const prove = () => admin.put('/sessions/current/proof', { password }).expect(204);
  beforeEach(async () => {
    await app.rows('DELETE FROM login_throttles');
    await prove();
  });

  it('is replaced by its owner through a mailed link; sessions and tokens end, and the owner is told', async () => {
    const { email, caller, id } = await someone();
    const expiresAt = new Date(now + 24 * 60 * minute).toISOString();
    const { body: apiToken } = await caller
      .post('/api-tokens', { name: 'Raportit', scopes: ['contacts.read'], expiresAt })
      .expect(201);
    const byToken = () =>
      supertest(app.app.getHttpServer())
        .get('/api/v1/contacts')
        .set('Authorization', `Bearer ${apiToken.token}`);
    await byToken().expect(200);
    const answer = await ask(email.toUpperCase());
    expect(answer.text).toBe('');
    const [token = ''] = await tokensFor(email);
    const done = await complete(token).expect(204);
    expect(done.get('Set-Cookie')).toBeUndefined();
    await caller.get('/me').expect(401);
    await byToken().expect(401);
    await post('/sessions', { email, password }).expect(401);
    await post('/sessions', { email, password: chosen }).expect(201);
    const told = await server.waitFor(
      (mail) => addressesOf(mail).includes(email) && mail.subject === 'Salasanasi on vaihdettu',
    );
    expect(told.text).not.toContain(chosen);
    const events = await app.rows<{ action: string }>(
      `SELECT action, actor_name FROM audit_events WHERE subject_id = $1 AND action ~ '^(password_reset|user.update)' ORDER BY id`,
      [id],
    );
    expect(events).toEqual([
      { action: 'password_reset.request', actor_name: 'public' },
      { action: 'password_reset.complete', actor_name: 'public' },
    ]);
  });

  it.each([
    ['fi', 'Uuden salasanan asettaminen', /voimassa .* klo \d+\.\d\d asti/],
    ['sv', 'Välj ett nytt lösenord', /gäller till den .* kl\. \d+\.\d\d/],
    ['en', 'Choose a new password', /until .* at \d+:\d\d/],
  ])('is written about in %s to whom reads it', async (language, subject, words) => {
    const { email, id } = await someone();
    await app.rows('UPDATE users SET language = $2 WHERE id = $1', [id, language]);
    await ask(email);
    await tokensFor(email);
    const mail = lettersTo(email)[0]?.mail;
    expect(mail?.subject).toBe(subject);
    expect(mail?.text).toMatch(words);
    expect(mail?.html).toMatch(words);
  });

  it('says the same, does the same and writes nothing to an address without an account', async () => {
    const { email } = await someone();
    const left = await someone();
    await admin.patch(`/users/${left.id}`, { active: false }).expect(200);
    const byProvider = await someone();
    await app.rows('UPDATE users SET password_hash = NULL WHERE id = $1', [byProvider.id]);
    const before = (await app.rows('SELECT 1 FROM mail_messages')).length;
    const answers = [];
    for (const address of ['tuntematon@havukka.example', left.email, byProvider.email, email])
      answers.push(await ask(address));
    const shape = ({ status, text, headers }: supertest.Response) => ({
      status,
      text,
      headers: { ...headers, date: '', 'x-request-id': '' },
    });
    for (const answer of answers) expect(shape(answer)).toEqual(shape(answers[0] as supertest.Response));
    await tokensFor(email);
    await quiet();
    const written = await app.rows('SELECT recipient FROM mail_messages ORDER BY id OFFSET $1', [before]);
    expect(written).toEqual([{ recipient: email }]);
    // The same statements for each of them: a job and a record, and no address in either.
    const jobs = await app.rows<{ data: object }>(
      `SELECT data FROM pgboss.job WHERE name = 'identity.password-reset' ORDER BY created_on DESC LIMIT 4`,
    );
    expect(jobs.filter(({ data }) => (data as { userId: string | null }).userId === null)).toHaveLength(3);
    expect(JSON.stringify(jobs)).not.toContain('@');
    const events = await app.rows(
      `SELECT action FROM audit_events WHERE action LIKE 'password_reset.%' ORDER BY id DESC LIMIT 4`,
    );
    expect(events).toEqual(Array(4).fill({ action: 'password_reset.request' }));
  });

  it('takes as long for an unknown address as for an account', async () => {
    const { email } = await someone();
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let i = 0; i < 30; i++)
      for (const kind of ['known', 'unknown'] as const) {
        await app.rows('DELETE FROM login_throttles');
        const began = performance.now();
        await ask(kind === 'known' ? email : `nobody${i}@havukka.example`);
        times[kind].push(performance.now() - began);
      }
    const median = (values: number[]) => values.sort((a, b) => a - b)[values.length / 2] ?? 0;
    const [known, unknown] = [median(times.known), median(times.unknown)];
    expect(Math.abs(known - unknown)).toBeLessThan(Math.max(known, unknown) * 0.5);
  });

  it('is replaced once by one link, also when it is used twice at the same moment; other links are over then', async () => {
    const { email } = await someone();
    await ask(email);
    await ask(email);
    const [one = '', other = ''] = await tokensFor(email, 2);
    const answers = await Promise.all([complete(one), complete(one), complete(other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
    for (const token of [one, other, 'A'.repeat(43)])
      expect((await complete(token).expect(404)).body.code).toBe('link_is_over');
  });

  it('is not replaced after an hour, nor for an account that was shut', async () => {
    const late = await someone();
    await ask(late.email);
    const [token = ''] = await tokensFor(late.email);
    now += 60 * minute;
    await complete(token).expect(404);
    await prove();
    const shut = await someone();
    await ask(shut.email);
    const [next = ''] = await tokensFor(shut.email);
    await admin.patch(`/users/${shut.id}`, { active: false }).expect(200);
    await complete(next).expect(404);
    await purge(app, 'technical_data', new Date(0));
    expect(await app.rows('SELECT 1 FROM password_resets WHERE user_id = $1', [late.id])).toEqual([]);
  });

  it('is replaced by one that cannot be guessed, and the link survives a refusal', async () => {
    const { email } = await someone();
    await ask(email);
    const [token = ''] = await tokensFor(email);
    const refused = await complete(token, 'salasana1234').expect(400);
    expect(refused.body.fields[0]).toMatchObject({ field: 'newPassword', code: 'common_password' });
    expect((await complete(token, email).expect(400)).body.fields[0].code).toBe('personal_password');
    await complete(token, 'lyhyt').expect(400);
    await post('/password-reset-completions', { token: 'short', newPassword: chosen }).expect(400);
    await post('/password-resets', { email: 'not an address' }).expect(400);
    await complete(token).expect(204);
  });

  it('leaves the second factor asked for', async () => {
    const { email, id } = await someone();
    await app.rows(
      `INSERT INTO totp_secrets (id, user_id, sealed_secret, created_at, confirmed_at) VALUES (gen_random_uuid(), $1, 'x', now(), now())`,
      [id],
    );
    await ask(email);
    const [token = ''] = await tokensFor(email);
    await complete(token).expect(204);
    const { body } = await post('/sessions', { email, password: chosen }).expect(401);
    expect(body.code).toBe('second_factor_required');
  });

  it('cannot be used to fill a mailbox or to shut anybody out', async () => {
    const { email } = await someone();
    for (let i = 0; i < 8; i++) await ask(email, `198.51.100.${i}`);
    const tokens = await tokensFor(email, 3);
    await quiet();
    expect(lettersTo(email)).toHaveLength(3);
    // The letters that came still work, and signing in was never in the way.
    await post('/sessions', { email, password }, '192.0.2.1').expect(201);
    await complete(tokens[0] ?? '').expect(204);
    const refused = await app.rows(`SELECT 1 FROM audit_events WHERE action = 'password_reset.refuse'`);
    expect(refused).toHaveLength(5);
  });

  it('is asked for by one network a few times an hour, whosever it is', async () => {
    for (let i = 0; i < 20; i++) await ask(`anybody${i}@havukka.example`, '203.0.113.77');
    const { body, headers } = await post(
      '/password-resets',
      { email: 'anybody@havukka.example' },
      '203.0.113.77',
    ).expect(429);
    expect(body.code).toBe('too_many_requests');
    expect(Number(headers['retry-after'])).toBeGreaterThan(3000);
    await ask('anybody@havukka.example', '203.0.113.78');
    const keys = await app.rows<{ key: string }>('SELECT key FROM login_throttles');
    for (const { key } of keys) expect(key).toMatch(/^\w+:[\w-]{43}$/);
  });

  it('is written about once, when the queue brings the request again', async () => {
    const { email, id } = await someone();
    const letters = app.app.get(PasswordResetLetters);
    const job = { id: '01a207bb-e5b0-704d-8b14-5b9a3e99f598', userId: id };
    await letters.run(job);
    await letters.run(job);
    await tokensFor(email);
    await quiet();
    expect(lettersTo(email)).toHaveLength(1);
  });

  it('keeps nothing in the database that opens the account', async () => {
    const { email } = await someone();
    await ask(email);
    const [token = ''] = await tokensFor(email);
    const everything = await Promise.all(
      ['password_resets', 'mail_messages', 'pgboss.job', 'audit_events'].map((table) =>
        app.rows(`SELECT * FROM ${table}`),
      ),
    );
    expect(JSON.stringify(everything)).not.toContain(token);
  });
});

describe('a password that is changed in the account', () => {
  it('is told to its owner by mail', async () => {
    const server = await startMailServer();
    const app = await createTestApp({ mail: server.mail });
    const admin = await app.setUp();
    await admin.put('/me/password', { currentPassword: password, newPassword: chosen }).expect(204);
    const mail = await server.waitFor((one) => addressesOf(one).includes('aino@havukka.example'));
    expect(mail.subject).toBe('Salasanasi on vaihdettu');
    await app.close();
    await server.close();
  });
});
