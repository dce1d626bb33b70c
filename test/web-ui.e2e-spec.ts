import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type ErrorRequestHandler } from 'express';
import supertest from 'supertest';
import { serveWebUi } from '../apps/api/src/web-ui.js';

describe('the web UI', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seloste-web-'));
  const root = join(folder, 'web');
  const refuse: ErrorRequestHandler = (error: { status?: number }, _request, response, _next) => {
    response.status(error.status ?? 500).end();
  };
  const app = express();
  const ask = supertest(app);

  beforeAll(() => {
    mkdirSync(join(root, 'assets'), { recursive: true });
    writeFileSync(join(root, 'index.html'), '<title>the page</title>');
    writeFileSync(join(root, 'boot.js'), 'boot()');
    writeFileSync(join(root, '.hidden.html'), 'hidden');
    writeFileSync(join(root, 'assets/index-abc123.js'), 'main()');
    writeFileSync(join(folder, 'secret.html'), 'secret');
    serveWebUi(app, root);
    app.use(refuse);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is kept for ever where its name changes with it, and asked for again where it does not', async () => {
    const cacheOf = async (path: string) => (await ask.get(path).expect(200)).headers['cache-control'];
    expect(await cacheOf('/assets/index-abc123.js')).toBe('public, max-age=31536000, immutable');
    expect(await cacheOf('/boot.js')).toBe('public, max-age=3600');
    expect(await cacheOf('/')).toBe('no-cache');
    expect(await cacheOf('/people')).toBe('no-cache');
  });

  it('leaves the pages that people open without a login to whoever writes them', async () => {
    for (const path of ['/u/token', '/p/token', '/c/token', '/privacy']) await ask.get(path).expect(404);
    for (const path of ['/users', '/people', '/companies', '/privacy/restrictions'])
      await ask.get(path).expect(200);
  });

  it('lists no folder', async () => {
    await ask.get('/assets/').expect(404);
    await ask.get('/assets').expect(404);
  });

  it.each([
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/assets/..%2f..%2fsecret.html',
    '/assets/%2e%2e/%2e%2e/secret.html',
    '/..%5csecret.html',
    '/.hidden.html',
    '/boot.js%00.html',
    '/secret.html',
  ])('does not hand out what lies elsewhere or hidden: %s', async (path) => {
    const { status, text } = await ask.get(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).toBe('');
  });

  it('is only read', async () => {
    for (const method of ['post', 'put', 'patch', 'delete', 'trace'] as const) {
      expect((await ask[method]('/people')).status).toBe(404);
      expect((await ask[method]('/assets/index-abc123.js')).status).toBe(405);
    }
    await ask.head('/people').expect(200);
  });

  it('is no answer to a question for an address of the API that does not exist', async () => {
    await ask.get('/api').set('Accept', 'text/html').expect(404);
    await ask.get('/api/v2/contacts').set('Accept', 'text/html').expect(404);
  });
});
