import { createTestApp, password, type Caller, type TestApp } from '@seloste/testing';

describe('the security settings', () => {
  let app: TestApp;
  let admin: Caller;
  let salesperson: Caller;
  let now = Date.parse('2026-11-23T08:00:00Z');

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(now) } });
    admin = await app.setUp();
    salesperson = await app.signIn(admin);
  });
  afterAll(() => app.close());

  it('begin without demands, and with approval of exports of more than 500 people', async () => {
    const { body, headers } = await admin.get('/security-settings').expect(200);
    expect(body).toEqual({
      secondFactorRoles: [],
      exportApprovalThreshold: 500,
      version: 1,
      updatedAt: expect.any(String),
    });
    expect(headers.etag).toBe('"1"');
  });

  it('are changed by an administrator, on record by the names of what changed', async () => {
    const wanted = { secondFactorRoles: ['auditor', 'technician'], exportApprovalThreshold: 500 };
    const { body } = await admin.put('/security-settings', wanted).set('If-Match', '"1"').expect(200);
    expect(body).toEqual({ ...wanted, version: 2, updatedAt: new Date(now).toISOString() });
    expect((await admin.put('/security-settings', wanted).expect(200)).body.version).toBe(2);
    await admin.put('/security-settings', wanted).set('If-Match', '"1"').expect(412);
    const events = await app.rows(
      `SELECT actor_kind, fields FROM audit_events WHERE action = 'security_settings.update'`,
    );
    expect(events).toEqual([{ actor_kind: 'user', fields: ['secondFactorRoles'] }]);
  });

  it.each([
    [
      'a role that there is not',
      { secondFactorRoles: ['boss'], exportApprovalThreshold: 1 },
      'secondFactorRoles',
    ],
    [
      'a role twice',
      { secondFactorRoles: ['admin', 'admin'], exportApprovalThreshold: 1 },
      'secondFactorRoles',
    ],
    [
      'a threshold below none',
      { secondFactorRoles: [], exportApprovalThreshold: -1 },
      'exportApprovalThreshold',
    ],
    ['half of them', { secondFactorRoles: [] }, 'exportApprovalThreshold'],
  ])('refuse %s', async (_, settings, field) => {
    const { body } = await admin.put('/security-settings', settings).expect(400);
    expect(body.fields[0].field).toBe(field);
  });

  it('are nobody else’s, and wait for a recent proof', async () => {
    const settings = { secondFactorRoles: [], exportApprovalThreshold: 10 };
    await salesperson.get('/security-settings').expect(403);
    await salesperson.put('/security-settings', settings).expect(403);
    await app.stranger.get('/security-settings').expect(401);
    now += 11 * 60_000;
    await admin.get('/security-settings').expect(200);
    const { body } = await admin.put('/security-settings', settings).expect(403);
    expect(body.code).toBe('reauthentication_required');
    await admin.put('/sessions/current/proof', { password }).expect(204);
    await admin.put('/security-settings', settings).expect(200);
  });
});
