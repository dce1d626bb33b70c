import { createTestApp, type Caller, type TestApp } from '@seloste/testing';

describe('the controller', () => {
  let app: TestApp;
  let admin: Caller;
  let salesperson: Caller;

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    salesperson = await app.signIn(admin);
  });
  afterAll(() => app.close());

  it('is described to everybody who works here, and to nobody else', async () => {
    const { body, headers } = await salesperson.get('/controller').expect(200);
    expect(body).toEqual({
      id: expect.any(String),
      name: 'Havukka Palvelut Oy',
      businessId: '1234567-1',
      postalAddress: null,
      language: 'fi',
      timeZone: 'Europe/Helsinki',
      version: 1,
    });
    expect(headers.etag).toBe('"1"');
    const { body: problem } = await app.stranger.get('/controller').expect(401);
    expect(problem.code).toBe('not_authenticated');
  });

  it('is changed by an administrator, on record and without values', async () => {
    const { body } = await admin
      .patch('/controller', { name: ' Havukka Oy ', businessId: 'FI01120389', timeZone: 'Europe/Stockholm' })
      .expect(200);
    expect(body).toMatchObject({
      name: 'Havukka Oy',
      businessId: '0112038-9',
      timeZone: 'Europe/Stockholm',
      version: 2,
    });
    expect((await salesperson.get('/me').expect(200)).body.controller.name).toBe('Havukka Oy');
    const [event] = await app.rows(
      `SELECT action, subject_id, fields FROM audit_events ORDER BY id DESC LIMIT 1`,
    );
    expect(event).toEqual({
      action: 'controller.update',
      subject_id: body.id,
      fields: ['name', 'businessId', 'timeZone'],
    });
    expect((await admin.patch('/controller', { businessId: null }).expect(200)).body.businessId).toBeNull();
    const postalAddress = 'Satamakatu 4, 33200 Tampere';
    const moved = await admin.patch('/controller', { postalAddress: 'Satamakatu 4,\n33200 Tampere' });
    expect(moved.body.postalAddress.replace(/\s+/g, ' ')).toBe(postalAddress);
  });

  it('is not changed by a salesperson or a stranger', async () => {
    const { body: problem } = await salesperson.patch('/controller', { name: 'X' }).expect(403);
    expect(problem.code).toBe('forbidden');
    await app.stranger.patch('/controller', { name: 'X' }).expect(401);
  });

  it.each([
    [{ name: '' }, 'name'],
    [{ name: null }, 'name'],
    [{ businessId: '1234567-8' }, 'businessId'],
    [{ language: 'no' }, 'language'],
    [{ timeZone: 'Europe/Turku' }, 'timeZone'],
    [{ id: 'x' }, 'id'],
  ])('refuses %j', async (changes, field) => {
    const { body } = await admin.patch('/controller', changes).expect(400);
    expect(body.fields[0].field).toBe(field);
  });

  it('does not lose an update of somebody else', async () => {
    const { headers } = await admin.get('/controller');
    await admin
      .patch('/controller', { language: 'sv' })
      .set('If-Match', headers.etag ?? '')
      .expect(200);
    const { body } = await admin
      .patch('/controller', { language: 'en' })
      .set('If-Match', headers.etag ?? '')
      .expect(412);
    expect(body.code).toBe('stale_version');
    expect((await admin.get('/controller')).body.language).toBe('sv');
  });

  it('does not record a change that changes nothing', async () => {
    const before = await app.rows('SELECT id FROM audit_events');
    const { body } = await admin.patch('/controller', { language: 'sv' }).expect(200);
    expect((await admin.patch('/controller', {}).expect(200)).body).toEqual(body);
    expect(await app.rows('SELECT id FROM audit_events')).toEqual(before);
  });
});
