import { createTestApp, type Caller, type TestApp } from '@seloste/testing';

/** Routes that answer strangers, each for a reason: the first run, signing in, and the self-description of the API. */
const open = ['GET /api/v1/setup', 'POST /api/v1/setup', 'POST /api/v1/sessions'];

interface Document {
  paths: Record<string, Record<string, unknown>>;
}

describe('every route of the API', () => {
  let app: TestApp;
  let admin: Caller;
  let routes: { method: 'get' | 'post' | 'put' | 'patch' | 'delete'; path: string }[];

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    const { paths } = (await app.stranger.get('/openapi.json').expect(200)).body as Document;
    routes = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => ({
        method: method as 'get',
        path: path.replaceAll(/\{\w+\}/g, '0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee'),
      })),
    );
  });
  afterAll(() => app.close());

  it('asks a stranger to sign in first, but for the few that are open on purpose (C5, P10)', async () => {
    const answered: string[] = [];
    for (const { method, path } of routes) {
      const { status, body } = await app.stranger.agent[method](path);
      if (status === 401 && body.code === 'not_authenticated') continue;
      answered.push(`${method.toUpperCase()} ${path}`);
    }
    expect(routes.length).toBeGreaterThan(10);
    expect(answered.sort()).toEqual([...open].sort());
  });

  it('says what it needs: none is closed to the administrator for want of a permission', async () => {
    for (const { method, path } of routes.filter(({ path }) => !path.endsWith('/sessions/current')))
      expect([path, (await admin.agent[method](path)).status]).not.toEqual([path, 403]);
  });
});
