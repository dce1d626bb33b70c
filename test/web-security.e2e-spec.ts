import { createTestApp, type TestApp } from '@seloste/testing';
import { exchange, portOf } from './support/exchange.js';

const credentials = { email: 'nobody@havukka.example', password: 'x' };

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

  it('is only ever asked for over https (P10)', async () => {
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

  it('let letters be shown in a frame that brings their styles and loads nothing', async () => {
    const { headers } = await app.stranger.agent.get('/letter-frame.html');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'unsafe-inline';img-src data:;" +
        "base-uri 'none';form-action 'none';frame-ancestors 'self'",
    );
  });

  it('of a page allow scripts and styles of this site alone, and no frame, device or referrer', async () => {
    const { headers, text } = await app.stranger.agent.get('/api/docs').expect(200);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';" +
        "frame-src 'self';manifest-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none'",
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
