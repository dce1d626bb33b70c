import { createTestApp, password, type Caller, type TestApp } from '@seloste/testing';
import supertest from 'supertest';
import { openApiOf } from '../apps/api/src/openapi.js';
import { exchange, portOf } from './support/exchange.js';

describe('a request', () => {
  let app: TestApp;
  let port: string;
  beforeAll(async () => {
    app = await createTestApp();
    port = await portOf(app);
  });
  afterAll(() => app.close());

  it('with a method that its path does not know is told which ones it does', async () => {
    const { body, headers } = await app.stranger.delete('/setup').expect(405);
    expect(headers.allow).toBe('GET, POST');
    expect(body).toMatchObject({ code: 'method_not_allowed', status: 405 });
    await app.stranger.delete('/nothing').expect(404);
    await app.stranger.agent.trace('/api/v1/setup').expect(405);
    expect(await exchange(app, [`CONNECT 127.0.0.1:${port} HTTP/1.1`, `Host: 127.0.0.1:${port}`])).toBe('');
  });

  it('for the head gets the same headers and no body', async () => {
    const { headers } = await app.stranger.agent.head('/api/v1/setup').expect(200);
    expect(headers['cache-control']).toBe('no-store');
    const { text } = await app.stranger.agent.head('/api/v1/contacts').expect(401);
    expect(text ?? '').toBe('');
  });

  it('cannot become another method by a header, a field or a parameter', async () => {
    await app.stranger.agent
      .post('/api/v1/setup?_method=GET')
      .set('X-HTTP-Method-Override', 'GET')
      .set('X-HTTP-Method', 'GET')
      .send({ _method: 'GET' })
      .expect(400);
  });

  it.each([
    '/api/v1/../../../../etc/passwd',
    '/api/v1/contacts/..%2f..%2fcontroller',
    '/api/v1/%2e%2e/%2e%2e/package.json',
    '/api/docs/..%2f..%2fpackage.json',
    '/api/docs/%2e%2e%5cpackage.json',
    '/api/docs/package.json',
  ])('for %s climbs nowhere', async (path) => {
    const answer = await exchange(app, [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      'Connection: close',
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 (400|401|404) /);
  });

  it.each(['/api/v1/contacts/%', '/%c0%ae%c0%ae/', '/nothing', '/api/nothing', '//evil.example'])(
    'for %s is answered with a problem document that names neither the path nor a place in the code',
    async (path) => {
      const answer = await exchange(app, [
        `GET ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        'Connection: close',
      ]);
      expect(answer).toMatch(/^HTTP\/1\.1 (400|401|404) [^]*application\/problem\+json/);
      expect(answer).not.toMatch(/node_modules|Cannot GET|evil/);
    },
  );

  it('of more than 16 kB before its body is refused, and one that dawdles is cut off', async () => {
    const answer = await exchange(app, [
      `GET /api/v1/search?q=${'x'.repeat(17_000)} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(app.app.getHttpServer()).toMatchObject({
      headersTimeout: 20_000,
      requestTimeout: 300_000,
      maxHeadersCount: 100,
    });
  });

  it('smuggled into another is refused', async () => {
    const answer = await exchange(app, [
      'POST /api/v1/sessions HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      'Content-Length: 5',
      'Transfer-Encoding: chunked',
      '',
      '0',
      '',
      'GET /api/v1/setup HTTP/1.1',
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });
});

describe('a signed-in caller', () => {
  let app: TestApp;
  let questions: { path: string; names: string[]; lists: string[] }[];
  let admin: Caller;
  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    questions = questionsOf(app);
  });
  afterAll(() => app.close());

  const logIn = async (email: string): Promise<string> => {
    const { headers } = await supertest(app.app.getHttpServer())
      .post('/api/v1/sessions')
      .send({ email, password })
      .expect(201);
    const cookies = headers['set-cookie'] as unknown as string[];
    return cookies.find((cookie) => cookie.startsWith('seloste_session='))?.split(';', 1)[0] ?? '';
  };

  it('who gives a parameter twice is refused where one is meant', async () => {
    expect(questions.length).toBeGreaterThan(5);
    for (const { path, names, lists } of questions)
      for (const name of names) {
        const { status } = await admin.agent.get(`${path}?${name}=1&${name}=2`);
        expect(`${path} ${name} ${status}`).toMatch(
          lists.includes(name) ? / (200|400|403|404)$/ : / (400|403|404)$/,
        );
      }
  });

  it('who sends a NUL, half a character or an object as a parameter is refused', async () => {
    for (const { path, names } of questions)
      for (const name of names)
        for (const odd of [
          `${name}=%00`,
          `${name}=a%00b`,
          `${name}=%ED%A0%80`,
          `${name}[$ne]=1`,
          `${name}[]=1`,
        ]) {
          const { status, body } = await admin.agent.get(`${path}?${odd}`);
          expect(`${path} ${odd} ${status}`).not.toMatch(/ 5\d\d$/);
          if (status >= 400) expect(body.code).toMatch(/^\w+$/);
        }
    await admin.get('/contacts/%00').expect(404);
  });

  it('stays who they are when the cookie of another session comes along', async () => {
    await app.signIn(admin, { email: 'toinen@havukka.example' });
    const [mine, other] = [await logIn('aino@havukka.example'), await logIn('toinen@havukka.example')];
    const nameWith = async (cookie: string) =>
      (await app.stranger.get('/me').set('Cookie', cookie)).body as { name?: string; code?: string };
    expect((await nameWith(`${mine}; ${other}`)).name).toBe('Aino Testaaja');
    expect((await nameWith(`seloste_session=x; ${mine}`)).name).toBe('Aino Testaaja');
    expect((await nameWith(mine.replace('seloste', '__Host-seloste'))).code).toBe('not_authenticated');
  });

  const id = '01a207bb-e5b0-704d-8b14-5b9a3e99f598';

  it.each([
    ['post', '/contacts', 'sources'],
    ['post', '/contacts', 'bases'],
    ['patch', `/contacts/${id}`, 'sources'],
    ['patch', `/contacts/${id}`, 'bases'],
    ['post', '/companies', 'addresses'],
    ['post', '/companies', 'products'],
    ['patch', `/companies/${id}`, 'addresses'],
    ['patch', `/companies/${id}`, 'products'],
    ['put', `/imports/${id}/mapping`, 'columns'],
    ['put', `/access-reviews/${id}/answers`, 'answers'],
  ] as const)(
    'who sends to %s %s something else than a list of objects as %s is told so',
    async (method, path, field) => {
      for (const odd of [[[]], [[{}]], [null], ['x'], [1], {}, 'x']) {
        const { status, body } = await admin[method](path, { [field]: odd });
        expect([odd, status]).toEqual([odd, 400]);
        expect(body.fields.map((wrong: { field: string }) => wrong.field.split('.', 1)[0])).toContain(field);
      }
    },
  );

  it.each([
    ['post', '/setup', 'controller'],
    ['post', '/setup', 'admin'],
    ['post', '/companies', 'source'],
    ['post', '/companies', 'relationship'],
    ['post', '/companies', 'billing'],
    ['patch', `/companies/${id}`, 'source'],
    ['patch', `/companies/${id}`, 'relationship'],
    ['patch', `/companies/${id}`, 'billing'],
    ['put', `/imports/${id}/mapping`, 'source'],
    ['delete', `/contacts/${id}/restriction`, 'informed'],
  ] as const)(
    'who sends to %s %s something else than an object as %s is told so',
    async (method, path, field) => {
      for (const odd of [[], [[]], [{}], 'x', 1]) {
        const { status, body } = await (method === 'delete'
          ? admin.delete(path).send({ reason: 'x', [field]: odd })
          : admin[method](path, { [field]: odd }));
        expect([odd, status]).toEqual([odd, 400]);
        expect(body.fields.map((wrong: { field: string }) => wrong.field.split('.', 1)[0])).toContain(field);
      }
    },
  );

  it('gets nothing of what was sent back in a refusal', async () => {
    const secret = 'Kirsikkapuu-77';
    for (const { path, names } of questions)
      for (const name of [...names, secret]) {
        const { status, text } = await admin.agent.get(`${path}?${name}=${secret}%00%0a`);
        if (status >= 400 && name !== secret) expect(text).not.toContain(secret);
      }
    const { text } = await admin.post('/contacts', {
      firstName: { a: secret },
      emails: [secret],
      sources: [{ kind: secret, what: '' }],
    });
    expect(text).toContain('validation_failed');
    expect(text).not.toContain(secret);
  });
});

/** Every GET of OpenAPI with its query parameters. */
function questionsOf(app: TestApp) {
  const { paths } = openApiOf(app.app);
  return Object.entries(paths).flatMap(([path, { get }]) => {
    const parameters = (get?.parameters ?? []).flatMap((parameter) =>
      'name' in parameter && parameter.in === 'query' ? [parameter] : [],
    );
    if (parameters.length === 0) return [];
    const isList = ({ schema }: (typeof parameters)[number]) =>
      schema !== undefined && 'type' in schema && schema.type === 'array';
    return {
      path: path.replace(/\{\w+\}/g, '01a207bb-e5b0-704d-8b14-5b9a3e99f598'),
      names: parameters.map(({ name }) => name),
      lists: parameters.filter(isList).map(({ name }) => name),
    };
  });
}
