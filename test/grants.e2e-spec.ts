import {
  aContact,
  createTestApp,
  databaseOf,
  eventually,
  password,
  type Caller,
  type TestApp,
} from '@seloste/testing';

const day = 24 * 60 * 60_000;
const unknown = '01a207bb-e5b0-704d-8b14-5b9a3e99f598';

describe('grants of roles', () => {
  let app: TestApp;
  let admin: Caller;
  let now = Date.now();
  const clock = { now: () => new Date(now) };
  const ahead = (days: number) => new Date(now + days * day).toISOString();
  const idOf = async (caller: Caller): Promise<string> => (await caller.get('/me').expect(200)).body.id;
  const give = (userId: string, grant: object) =>
    admin.post(`/users/${userId}/grants`, { role: 'marketer', reason: 'Spring campaign', ...grant });
  const historyOf = async (userId: string) =>
    (await admin.get(`/users/${userId}/grants`).expect(200)).body.items as {
      id: string;
      role: string;
      state: string;
      reason: string;
    }[];
  const rolesOf = async (userId: string) => (await admin.get(`/users/${userId}`).expect(200)).body.roles;
  const lastEvents = (count: number) =>
    app.rows(`SELECT action, subject_type, fields FROM audit_events ORDER BY id DESC LIMIT ${count}`);
  const newUser = (fields: object = {}) =>
    admin.post('/users', {
      ...{ name: 'Olavi Ulkoinen', email: `${Math.random()}@havukka.example`, password },
      ...{ roles: ['salesperson'], language: 'fi', ...fields },
    });

  /** Everybody has just proved who they are. */
  const prove = async () => {
    await app.rows('UPDATE sessions SET proved_at = $1', [clock.now()]);
    await eventually(() => admin.delete(`/grants/${unknown}`).send({ reason: 'x' }).expect(404));
  };

  beforeAll(async () => {
    app = await createTestApp({ clock });
    admin = await app.setUp();
  });
  afterAll(() => app.close());

  it('say who gave the role, why, and from when to when; the history stays', async () => {
    const user = await app.signIn(admin, { name: 'Maija Markkinoija' });
    const id = await idOf(user);
    const { body } = await give(id, { endsAt: ahead(10) }).expect(201);
    const me = { id: await idOf(admin), name: 'Aino Testaaja' };
    expect(body).toEqual({
      id: expect.any(String),
      user: { id, name: 'Maija Markkinoija' },
      role: 'marketer',
      state: 'current',
      reason: 'Spring campaign',
      grantedBy: me,
      grantedAt: clock.now().toISOString(),
      startsAt: clock.now().toISOString(),
      endsAt: ahead(10),
      endedAt: null,
      endedBy: null,
      endReason: null,
    });
    expect(await lastEvents(1)).toEqual([
      { action: 'role_grant.create', subject_type: 'role_grant', fields: ['marketer'] },
    ]);
    expect((await admin.get(`/users/${id}`).expect(200)).body).toMatchObject({
      roles: ['marketer', 'salesperson'],
      nextEndAt: ahead(10),
    });
    await admin.delete(`/grants/${body.id}`).send({ reason: 'Campaign cancelled' }).expect(204);
    await admin.delete(`/grants/${body.id}`).send({ reason: 'Again' }).expect(204);
    expect(await rolesOf(id)).toEqual(['salesperson']);
    expect(await historyOf(id)).toEqual([
      expect.objectContaining({ state: 'ended', endedBy: me, endReason: 'Campaign cancelled' }),
      expect.objectContaining({ role: 'salesperson', state: 'current', reason: 'account_made' }),
    ]);
    expect(await lastEvents(1)).toEqual([
      { action: 'role_grant.end', subject_type: 'role_grant', fields: ['marketer'] },
    ]);
  });

  it('are one per role: a second is refused, also when two give it at once', async () => {
    const id = await idOf(await app.signIn(admin));
    const both = await Promise.all([give(id, {}), give(id, {})]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('role_held');
  });

  it.each([
    [{ role: 'owner' }, 'role'],
    [{ reason: '  ' }, 'reason'],
    [{ reason: undefined }, 'reason'],
    [{ endsAt: 'tomorrow' }, 'endsAt'],
    [{ endsAt: '2020-01-01T00:00:00Z' }, 'endsAt'],
    [{ startsAt: null }, 'startsAt'],
    [{ grantedBy: unknown }, 'grantedBy'],
  ])('are refused with %j', async (grant, field) => {
    const id = await idOf(admin);
    const { body } = await give(id, grant).expect(400);
    expect(body.fields[0].field).toBe(field);
  });

  it('are given and ended by administrators alone, and only where they exist', async () => {
    const salesperson = await app.signIn(admin);
    const manager = await app.signIn(admin, { roles: ['sales_manager'] });
    const id = await idOf(salesperson);
    const [grant] = await historyOf(id);
    for (const caller of [salesperson, manager]) {
      await caller.post(`/users/${id}/grants`, { role: 'admin', reason: 'x' }).expect(403);
      await caller
        .delete(`/grants/${grant?.id ?? ''}`)
        .send({ reason: 'x' })
        .expect(403);
    }
    await app.stranger.post(`/users/${id}/grants`, {}).expect(401);
    await app.stranger.delete(`/grants/${grant?.id ?? ''}`).expect(401);
    await salesperson.get(`/users/${id}/grants`).expect(403);
    await manager.get(`/users/${id}/grants`).expect(200);
    await give(unknown, {}).expect(404);
    await admin.get(`/users/${unknown}/grants`).expect(404);
    await admin.delete(`/grants/${unknown}`).send({ reason: 'x' }).expect(404);
    await admin
      .delete(`/grants/${grant?.id ?? ''}`)
      .send({})
      .expect(400);
  });

  it('need a fresh proof of identity, as do all changes of access', async () => {
    const id = await idOf(await app.signIn(admin));
    const [grant] = await historyOf(id);
    now += 11 * 60_000;
    for (const attempt of [
      give(id, {}),
      admin.delete(`/grants/${grant?.id ?? ''}`).send({ reason: 'x' }),
      admin.patch(`/users/${id}`, { roles: ['admin'] }),
      admin.patch(`/users/${id}`, { duty: 'Accountant' }),
      admin.patch(`/users/${id}`, { endsAt: ahead(10) }),
      admin.patch(`/users/${id}`, { reason: 'Autumn campaign' }),
      newUser(),
    ])
      expect((await attempt).body.code).toBe('reauthentication_required');
    await admin.patch(`/users/${id}`, { name: 'Uusi Nimi' }).expect(200);
    await prove();
    await give(id, {}).expect(201);
  });

  it('begin when they say and end when they say, in a session that is warm', async () => {
    const user = await app.signIn(admin, { roles: ['technician'] });
    const id = await idOf(user);
    await give(id, { role: 'auditor', startsAt: ahead(1), endsAt: ahead(2) }).expect(201);
    const may = () => user.get('/users');
    await may().expect(403);
    expect((await historyOf(id))[0]?.state).toBe('planned');
    now += day + 1;
    await may().expect(200);
    now += day;
    await may().expect(403);
    expect((await historyOf(id))[0]).toMatchObject({ state: 'lapsed', endedBy: null });
    await prove();
    await give(id, { role: 'auditor' }).expect(201);
    expect((await historyOf(id))[1]).toMatchObject({ state: 'lapsed', endReason: 'lapsed' });
    expect(await lastEvents(2)).toEqual([
      { action: 'role_grant.create', subject_type: 'role_grant', fields: ['auditor'] },
      { action: 'role_grant.lapse', subject_type: 'role_grant', fields: ['auditor'] },
    ]);
  });

  it('end in every process in the same second, by hand and by date (K5)', async () => {
    const second = await createTestApp({ database: app.database, clock });
    const user = await second.signIn(admin, { roles: ['salesperson'] });
    const id = await idOf(user);
    const grantOf = async () => (await historyOf(id))[0]?.id ?? '';
    const people = () => user.get('/contacts');
    await people().expect(200);
    await admin
      .delete(`/grants/${await grantOf()}`)
      .send({ reason: 'Left sales' })
      .expect(204);
    await eventually(() => people().expect(403));
    await give(id, { role: 'salesperson', endsAt: ahead(3) }).expect(201);
    await eventually(() => people().expect(200));
    for (let i = 0; i < 3; i++) await people().expect(200);
    const sent: string[] = [];
    const pool = databaseOf(second).pool;
    const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
    pool.query = ((config: { text: string }, ...rest: unknown[]) => {
      sent.push(config.text);
      return query(config, ...rest);
    }) as typeof pool.query;
    await people().expect(200);
    expect(sent.some((text) => text.includes('FROM sessions'))).toBe(false); // remembered, and yet:
    now += 3 * day;
    await people().expect(403);
    await second.close();
  });

  describe('of somebody whose duty changes', () => {
    beforeAll(prove);

    it('end in the same act', async () => {
      const user = await app.signIn(admin, { roles: ['salesperson', 'marketer'] });
      const id = await idOf(user);
      await give(id, { role: 'auditor', startsAt: ahead(1) }).expect(201);
      await user.get('/contacts').expect(200);
      const { body } = await admin.patch(`/users/${id}`, { duty: 'Warehouse' }).expect(200);
      expect(body).toMatchObject({ duty: 'Warehouse', roles: [] });
      await user.get('/contacts').expect(403);
      for (const grant of await historyOf(id))
        expect(grant).toMatchObject({ state: 'ended', endReason: 'Warehouse' });
      expect(await lastEvents(4)).toEqual([
        { action: 'role_grant.end', subject_type: 'role_grant', fields: [expect.any(String)] },
        { action: 'role_grant.end', subject_type: 'role_grant', fields: [expect.any(String)] },
        { action: 'role_grant.end', subject_type: 'role_grant', fields: [expect.any(String)] },
        { action: 'user.update', subject_type: 'user', fields: ['duty'] },
      ]);
    });

    it('begin anew when the same act names them, with the new duty as the reason', async () => {
      const id = await idOf(await app.signIn(admin, { roles: ['salesperson', 'marketer'] }));
      await admin.patch(`/users/${id}`, { duty: 'Key accounts', roles: ['salesperson'] }).expect(200);
      expect(await rolesOf(id)).toEqual(['salesperson']);
      expect((await historyOf(id)).map(({ role, state, reason }) => ({ role, state, reason }))).toEqual(
        expect.arrayContaining([
          { role: 'salesperson', state: 'current', reason: 'Key accounts' },
          { role: 'salesperson', state: 'ended', reason: 'account_made' },
          { role: 'marketer', state: 'ended', reason: 'account_made' },
        ]),
      );
      await admin.patch(`/users/${id}`, { duty: 'Key accounts' }).expect(200);
      expect(await rolesOf(id)).toEqual(['salesperson']);
    });

    it('cannot leave the company without an administrator', async () => {
      const { body } = await admin.patch(`/users/${await idOf(admin)}`, { duty: 'Leader' }).expect(409);
      expect(body.code).toBe('last_admin');
    });
  });

  describe('of somebody from outside', () => {
    it('last at most thirty days, which the list of users shows', async () => {
      const refused = await newUser({ kind: 'outside', roles: ['support'] });
      expect(refused.body.fields).toEqual([expect.objectContaining({ field: 'endsAt', code: 'time_boxed' })]);
      expect((await newUser({ kind: 'outside', endsAt: ahead(31) })).status).toBe(400);
      const { body } = await newUser({ kind: 'outside', endsAt: ahead(30), duty: 'Accountant' }).expect(201);
      expect(body).toMatchObject({ kind: 'outside', nextEndAt: ahead(30), duty: 'Accountant' });
      await give(body.id, { role: 'auditor' }).expect(400);
      await give(body.id, { role: 'auditor', endsAt: ahead(5) }).expect(201);
      const { body: list } = await admin.get('/users?q=Olavi').expect(200);
      expect(list.items[0]).toMatchObject({ kind: 'outside', nextEndAt: ahead(5) });
    });

    it('are cut to thirty days when somebody becomes one', async () => {
      const id = await idOf(await app.signIn(admin));
      const { body } = await admin.patch(`/users/${id}`, { kind: 'outside' }).expect(200);
      expect(body).toMatchObject({ kind: 'outside', roles: ['salesperson'], nextEndAt: ahead(30) });
      await admin.patch(`/users/${await idOf(admin)}`, { kind: 'outside' }).expect(409);
    });

    it('that were planned are cut as well, and those that would begin after thirty days never do', async () => {
      const id = await idOf(await app.signIn(admin));
      await give(id, { role: 'marketer', startsAt: ahead(60) }).expect(201);
      await give(id, { role: 'support', startsAt: ahead(10), endsAt: ahead(90) }).expect(201);
      await admin.patch(`/users/${id}`, { kind: 'outside' }).expect(200);
      const grants = await historyOf(id);
      const [far, near] = ['marketer', 'support'].map((role) => grants.find((grant) => grant.role === role));
      expect(far).toMatchObject({ state: 'ended', endReason: 'from_outside' });
      expect(near).toMatchObject({ state: 'planned', endsAt: ahead(30) });
      const [end] = await app.rows(
        `SELECT fields FROM audit_events WHERE action = 'role_grant.end' AND subject_id = $1`,
        [far?.id],
      );
      expect(end).toEqual({ fields: ['marketer'] });
    });
  });

  describe('of administrators', () => {
    it('count towards the last one only when they have no end', async () => {
      const [grant] = (await historyOf(await idOf(admin))).filter(({ role }) => role === 'admin');
      const other = await idOf(await app.signIn(admin));
      await give(other, { role: 'admin', endsAt: ahead(20) }).expect(201);
      const refused = await admin
        .delete(`/grants/${grant?.id ?? ''}`)
        .send({ reason: 'x' })
        .expect(409);
      expect(refused.body.code).toBe('last_admin');
      const third = await idOf(await app.signIn(admin));
      await give(third, { role: 'admin', startsAt: ahead(2) }).expect(201);
      await admin
        .delete(`/grants/${grant?.id ?? ''}`)
        .send({ reason: 'x' })
        .expect(409);
    });

    it('that they give themselves are told to the others by mail', async () => {
      const watcher = await app.signIn(admin, { roles: ['privacy_officer'], name: 'Vahti' });
      const mails = () =>
        app.rows(`SELECT user_id FROM mail_messages WHERE template = 'self_grant' AND user_id = $1`, [
          watcherId,
        ]);
      const watcherId = await idOf(watcher);
      await give(watcherId, { role: 'auditor' }).expect(201);
      expect(await mails()).toHaveLength(0);
      await give(await idOf(admin), { role: 'technician' }).expect(201);
      expect(await mails()).toHaveLength(1);
      await admin
        .patch(`/users/${await idOf(admin)}`, {
          roles: ['admin', 'privacy_officer', 'sales_manager', 'technician', 'auditor'],
        })
        .expect(200);
      expect(await mails()).toHaveLength(2);
    });
  });

  it('of a shut account are over, and it gets none while it is shut; its holder gets a copy of the undertaking', async () => {
    const user = await app.signIn(admin, { name: 'Lähtijä' });
    const id = await idOf(user);
    await user.post('/contacts', aContact()).expect(201);
    await admin.patch(`/users/${id}`, { active: false }).expect(200);
    await user.get('/contacts').expect(401);
    expect((await historyOf(id))[0]).toMatchObject({ state: 'ended', endReason: 'account_closed' });
    expect((await give(id, {}).expect(409)).body.code).toBe('user_inactive');
    expect((await admin.patch(`/users/${id}`, { roles: ['admin'] }).expect(409)).body.code).toBe(
      'user_inactive',
    );
    const copies = `SELECT language FROM mail_messages WHERE template = 'undertaking_copy' AND user_id = $1`;
    expect(await app.rows(copies, [id])).toEqual([{ language: 'fi' }]);
    await admin.patch(`/users/${id}`, { active: false }).expect(200);
    expect(await app.rows(copies, [id])).toHaveLength(1);
    await admin.patch(`/users/${id}`, { active: true, roles: ['marketer'], reason: 'Back' }).expect(200);
    expect((await historyOf(id))[0]).toMatchObject({ role: 'marketer', state: 'current', reason: 'Back' });
  });
});
