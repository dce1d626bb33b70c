import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { permissions } from '@seloste/kernel';
import { isPublicKey, permissionKey } from '@seloste/platform';
import { createTestApp, type TestApp } from '@seloste/testing';
import { openApiOf } from '../apps/api/src/openapi.js';

describe('every route', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
    await app.setUp();
  });
  afterAll(() => app.close());

  it('says who may come in: a permission or @Public(), never neither', () => {
    const reflector = app.app.get(Reflector);
    const scanner = new MetadataScanner();
    const routes = app.app
      .get(DiscoveryService, { strict: false })
      .getControllers()
      .flatMap(({ instance, metatype }) =>
        scanner
          .getAllMethodNames(Object.getPrototypeOf(instance))
          .map((method) => ({ name: `${metatype?.name}.${method}`, handler: instance[method], metatype }))
          .filter(({ handler }) => Reflect.hasMetadata(PATH_METADATA, handler)),
      );
    expect(routes.length).toBeGreaterThan(25);
    const open = routes.filter(({ handler, metatype }) => {
      const on = [handler, ...(metatype ? [metatype] : [])];
      const permission = reflector.getAllAndOverride(permissionKey, on);
      return !reflector.getAllAndOverride(isPublicKey, on) && !permissions.includes(permission);
    });
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('but setup, login and health is closed to a stranger', async () => {
    const { paths } = openApiOf(app.app);
    const open: string[] = [];
    for (const [path, operations] of Object.entries(paths))
      for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
        if (!operations[method]) continue;
        const url = path.replace(/\{\w+\}/g, '01a207bb-e5b0-704d-8b14-5b9a3e99f598');
        const { status } = await app.stranger.agent[method](url).send(method === 'get' ? undefined : {});
        if (status !== 401) open.push(`${method} ${path} ${status}`);
      }
    expect(open).toEqual([
      'get /api/v1/setup 200',
      'post /api/v1/setup 400',
      'post /api/v1/sessions 400',
      'post /api/v1/invitation-look-ups 400',
      'post /api/v1/invitation-acceptances 400',
      'post /api/v1/password-resets 400',
      'post /api/v1/password-reset-completions 400',
      'post /api/v1/passkey-challenges 201',
      'post /api/v1/oidc/{provider}/authorisations 404',
      'get /api/v1/oidc/{provider}/callback 303',
      'get /api/v1/oidc-providers 200',
    ]);
  });

  it('that does not exist is a problem document, and so is a wrong method', async () => {
    const { body } = await app.stranger
      .get('/nothing')
      .expect(404)
      .expect('Content-Type', /problem\+json/);
    expect(body).toMatchObject({ code: 'not_found', status: 404 });
    await app.stranger
      .delete('/setup')
      .expect(405)
      .expect('Content-Type', /problem\+json/);
  });

  it('refuses a change that another site’s page asks for', async () => {
    const foreign = [
      { Origin: 'https://evil.example' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'null' },
    ];
    for (const headers of foreign) {
      const { body } = await app.stranger
        .post('/sessions', { email: 'a@example.com', password: 'x' })
        .set(headers)
        .expect(403);
      expect(body.code).toBe('cross_site_request');
    }
  });
});
