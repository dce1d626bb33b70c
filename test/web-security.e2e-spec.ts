import { connect } from 'node:net';
import { createTestApp, type TestApp } from '@seloste/testing';
import { openApiOf } from '../apps/api/src/openapi.js';

const credentials = { email: 'nobody@havukka.example', password: 'x' };

/** Sends exactly these bytes and reads to the end of the connection. */
async function exchange(app: TestApp, lines: string[]): Promise<string> {
  const { port } = new URL(await app.app.getUrl());
  const socket = connect(Number(port), '127.0.0.1');
  socket.end(`${lines.join('\r\n')}\r\n\r\n`);
  let answer = '';
  for await (const piece of socket) answer += String(piece);
  return answer;
}

const portOf = async (app: TestApp): Promise<string> => new URL(await app.app.getUrl()).port;

describe('on this machine, without a public address, the site', () => {
  let app: TestApp;
  let port: string;
  beforeAll(async () => {
    app = await createTestApp();
    port = await portOf(app);
  });
  afterAll(() => app.close());

  it.each(['127.0.0.1', 'localhost', '[::1]'])('is found as %s at its own port', async (name) => {
    await app.stranger.get('/setup').set('Host', `${name}:${port}`).expect(200);
  });

  it.each(['evil.example', 'evil.example:PORT', '127.0.0.1:1', 'localhost', '127.0.0.1.evil.example:PORT'])(
    'does not answer under the name %s: a name pointed here by a stranger is not its own',
    async (name) => {
      const { body } = await app.stranger
        .get('/setup')
        .set('Host', name.replace('PORT', port))
        .set('X-Forwarded-Host', `127.0.0.1:${port}`)
        .expect(421)
        .expect('Content-Type', /problem\+json/);
      expect(body.code).toBe('misdirected_request');
      expect(JSON.stringify(body)).not.toContain('evil');
    },
  );

  it('tells health checks under any name that it lives', async () => {
    await app.stranger.agent.get('/health/live').set('Host', '10.1.2.3:3000').expect(200);
  });

  it.each(['http://127.0.0.1:PORT', 'http://localhost:PORT'])(
    'takes changes from pages of %s',
    async (page) => {
      const { body } = await app.stranger
        .post('/sessions', credentials)
        .set('Origin', page.replace('PORT', port));
      expect(body.code).not.toBe('cross_site_request');
    },
  );

  it.each([
    'http://evil.example',
    'https://127.0.0.1:PORT',
    'http://127.0.0.1:1',
    'http://127.0.0.1:PORT.evil.example',
    'null',
    'about:blank',
  ])('refuses changes from pages of %s', async (page) => {
    const { body } = await app.stranger
      .post('/sessions', credentials)
      .set('Origin', page.replace('PORT', port))
      .expect(403);
    expect(body.code).toBe('cross_site_request');
  });

  it('does not take a page for its own because the Host header agrees with it', async () => {
    await app.stranger
      .post('/sessions', credentials)
      .set({ Host: 'evil.example', Origin: 'http://evil.example' })
      .expect(421);
  });

  it('reads no second Host header, and none inside an absolute request line', async () => {
    const twice = await exchange(app, [
      'GET /api/v1/setup HTTP/1.1',
      'Host: evil.example',
      `Host: 127.0.0.1:${port}`,
      'Connection: close',
    ]);
    expect(twice).toMatch(/^HTTP\/1\.1 4\d\d /);
    const absolute = await exchange(app, [
      `GET http://127.0.0.1:${port}/api/v1/setup HTTP/1.1`,
      'Host: evil.example',
      'Connection: close',
    ]);
    expect(absolute).toMatch(/^HTTP\/1\.1 421 /);
    expect(await exchange(app, ['GET /api/v1/setup HTTP/1.1', 'Connection: close'])).toMatch(
      /^HTTP\/1\.1 400 /,
    );
  });
});

describe('under a public https address, the site', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ publicUrl: 'https://crm.havukka.example' });
  });
  afterAll(() => app.close());

  it('answers under that name, and to a proxy on the same machine that keeps no names', async () => {
    await app.stranger.get('/setup').set('Host', 'crm.havukka.example').expect(200);
    await app.stranger.get('/setup').expect(200);
    await app.stranger.get('/setup').set('Host', 'www.havukka.example').expect(421);
  });

  it('takes changes from pages of that address alone', async () => {
    const from = async (page: string) =>
      (await app.stranger.post('/sessions', credentials).set('Origin', page)).body.code as string;
    expect(await from('https://crm.havukka.example')).not.toBe('cross_site_request');
    for (const page of ['http://crm.havukka.example', `http://127.0.0.1:${await portOf(app)}`])
      expect(await from(page)).toBe('cross_site_request');
  });

  it('is only ever asked for over https', async () => {
    for (const path of ['/api/v1/setup', '/api/docs', '/nothing']) {
      const { headers } = await app.stranger.agent.get(path);
      expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    }
    const { headers } = await app.stranger.agent.get('/api/docs');
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
  });
});

describe('the headers', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it('of a page allow scripts and styles of this site alone, and no frame, device or referrer', async () => {
    const { headers, text } = await app.stranger.agent.get('/api/docs').expect(200);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';" +
        "manifest-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    );
    expect(text).not.toMatch(/<style|style=|<script>|\son\w+=/);
    expect(headers['permissions-policy']).toMatch(/camera=\(\).*microphone=\(\)/);
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
    });
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it.each(['/api/v1/setup', '/api/v1/contacts', '/api/v1/nothing', '/api/v1/openapi.json', '/api/nothing'])(
    'of %s let nothing be kept, embedded or run, and do not name the server',
    async (path) => {
      const { headers } = await app.stranger.agent.get(path);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      for (const name of ['x-powered-by', 'server', 'access-control-allow-origin'])
        expect(headers[name]).toBeUndefined();
    },
  );

  it('allow no other site to read, whatever it asks for beforehand', async () => {
    const { headers } = await app.stranger.agent
      .options('/api/v1/contacts')
      .set({ Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  it('name the request as a proxy on this machine did, when that looks like a name', async () => {
    const idFor = async (given: string) =>
      (await app.stranger.get('/setup').set('X-Request-Id', given)).headers['x-request-id'];
    expect(await idFor('0af7651916cd43dd')).toBe('0af7651916cd43dd');
    for (const given of ['short', 'x'.repeat(65), '<script>alert(1)</script>', 'two words of it'])
      expect(await idFor(given)).toMatch(/^[\da-f-]{36}$/);
  });
});

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

  it('with a path that cannot be read is refused', async () => {
    for (const path of ['/api/v1/contacts/%', '/api/v1/contacts/%ff', '/%c0%ae%c0%ae/'])
      expect(
        await exchange(app, [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Connection: close']),
      ).toMatch(/^HTTP\/1\.1 (400|401|404) /);
  });

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
  let admin: Awaited<ReturnType<TestApp['setUp']>>;
  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    questions = questionsOf(app);
  });
  afterAll(() => app.close());

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
