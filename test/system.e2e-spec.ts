import { aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';

describe('/system', () => {
  let app: TestApp;
  let admin: Caller;
  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    await admin.post('/contacts', aContact({ firstName: 'Hannele', lastName: 'Hakasalo' })).expect(201);
  });
  afterAll(() => app.close());

  it('shows a technician how the installation does, and no person (K6)', async () => {
    const technician = await app.signIn(admin, { name: 'Teppo Tekninen', roles: ['technician'] });
    const { body, text } = await technician.get('/system').expect(200);
    expect(body).toMatchObject({
      process: 'all',
      database: { version: expect.stringMatching(/^1[5-9]/), size: expect.any(Number) },
      mail: { isDeliverable: false, waiting: 0, failed: 0 },
    });
    expect(body.queues).toContainEqual(
      expect.objectContaining({ name: 'imports.run', waiting: 0, running: 0, failed: 0 }),
    );
    expect(text).not.toMatch(/Hannele|Hakasalo|havukka\.example|Teppo/);
    for (const path of [
      '/contacts',
      '/companies',
      '/interactions',
      '/search?q=ha',
      '/today',
      '/users',
      '/exports',
      '/audit-events',
      '/mailbox',
    ])
      await technician.get(path).expect(403);
  });

  it('is closed to those who sell, and to strangers', async () => {
    await (await app.signIn(admin)).get('/system').expect(403);
    await app.stranger.get('/system').expect(401);
  });
});
