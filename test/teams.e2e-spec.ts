import { aContact, createTestApp, eventually, type Caller, type TestApp } from '@seloste/testing';

const unknown = '01a207bb-e5b0-704d-8b14-5b9a3e99f598';

describe('teams', () => {
  let app: TestApp;
  let admin: Caller;
  let mikko: Caller;
  let sanna: Caller;
  let later = 0;
  const idOf = async (caller: Caller): Promise<string> => (await caller.get('/me').expect(200)).body.id;
  const teams = async () =>
    (await admin.get('/teams').expect(200)).body.items as { id: string; name: string }[];
  const firstTeam = async () => (await teams()).find(({ name }) => name === 'Havukka Palvelut Oy')?.id ?? '';
  const newTeam = async (body: object = {}) =>
    (await admin.post('/teams', { name: `Tiimi ${Math.random()}`, ...body }).expect(201)).body;
  const lastEvents = (count: number) =>
    app.rows(
      `SELECT action, subject_type, fields FROM audit_events WHERE class = 'decision' ORDER BY id DESC LIMIT ${count}`,
    );

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(Date.now() + later) } });
    admin = await app.setUp();
    mikko = await app.signIn(admin, { name: 'Mikko' });
    sanna = await app.signIn(admin, { name: 'Sanna' });
  });
  afterAll(() => app.close());

  it('begin with one that takes everybody in', async () => {
    const { body } = await mikko.get('/teams').expect(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ name: 'Havukka Palvelut Oy', manager: null });
    expect(body.items[0].members.map(({ name }: { name: string }) => name)).toEqual([
      'Aino Testaaja',
      'Mikko',
      'Sanna',
    ]);
    await app.stranger.get('/teams').expect(401);
  });

  it('are made with a manager, renamed, and refuse a lost update', async () => {
    const managerId = await idOf(sanna);
    const team = await newTeam({ name: 'Pohjoinen', managerId });
    expect(team).toMatchObject({
      name: 'Pohjoinen',
      manager: { id: managerId, name: 'Sanna' },
      members: [],
      version: 1,
    });
    expect(await lastEvents(1)).toEqual([
      { action: 'team.create', subject_type: 'team', fields: ['name', 'managerId'] },
    ]);
    const { body } = await admin
      .patch(`/teams/${team.id}`, { name: 'Pohjoinen ja itä', managerId: null })
      .set('If-Match', '"1"')
      .expect(200);
    expect(body).toMatchObject({ name: 'Pohjoinen ja itä', manager: null, version: 2 });
    await admin.patch(`/teams/${team.id}`, { name: 'X' }).set('If-Match', '"1"').expect(412);
    await admin.delete(`/teams/${team.id}`).set('If-Match', '"1"').expect(412);
    expect(await lastEvents(1)).toEqual([
      { action: 'team.update', subject_type: 'team', fields: ['name', 'managerId'] },
    ]);
  });

  it('have one name each, also when two are made at once', async () => {
    const both = await Promise.all([1, 2].map(() => admin.post('/teams', { name: 'Kaksoset' })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('team_name_taken');
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'X', managerId: unknown }, 'managerId'],
    [{ name: 'X', managerId: 'x' }, 'managerId'],
    [{ name: 'X', members: [] }, 'members'],
  ])('are not made of %j', async (body, field) => {
    const { body: problem } = await admin.post('/teams', body).expect(400);
    expect(problem.fields[0].field).toBe(field);
  });

  it('are changed by administrators alone, and only where they exist', async () => {
    const { id } = await newTeam();
    const member = await idOf(mikko);
    for (const caller of [mikko, await app.signIn(admin, { roles: ['sales_manager'] })]) {
      await caller.post('/teams', { name: 'X' }).expect(403);
      await caller.patch(`/teams/${id}`, { name: 'X' }).expect(403);
      await caller.put(`/teams/${id}/members/${member}`).expect(403);
      await caller.delete(`/teams/${id}/members/${member}`).expect(403);
      await caller.delete(`/teams/${id}`).expect(403);
    }
    await app.stranger.delete(`/teams/${id}`).expect(401);
    await admin.get(`/teams/${unknown}`).expect(404);
    await admin.patch(`/teams/${unknown}`, { name: 'X' }).expect(404);
    await admin.put(`/teams/${unknown}/members/${member}`).expect(404);
    await admin.delete(`/teams/${unknown}/members/${member}`).expect(404);
    await admin.delete(`/teams/${unknown}`).expect(404);
    expect((await admin.put(`/teams/${id}/members/${unknown}`).expect(400)).body.fields[0].field).toBe(
      'userId',
    );
  });

  it('are changed by who has just shown who they are: they decide whose people one sees', async () => {
    const { id } = await newTeam();
    const member = await idOf(mikko);
    later = 11 * 60_000;
    for (const attempt of [
      admin.post('/teams', { name: 'X' }),
      admin.patch(`/teams/${id}`, { name: 'X' }),
      admin.put(`/teams/${id}/members/${member}`),
      admin.delete(`/teams/${id}/members/${member}`),
      admin.delete(`/teams/${id}`),
    ])
      expect((await attempt.expect(403)).body.code).toBe('reauthentication_required');
    later = 0;
    await admin.put(`/teams/${id}/members/${member}`).expect(200);
  });

  it('decide at once, in every process, whose people one sees; one can be in several', async () => {
    const second = await createTestApp({ database: app.database });
    const elsewhere = await second.signIn(admin, { name: 'Toisaalla' });
    const [owner, reader] = [await idOf(mikko), await idOf(elsewhere)];
    const { body: person } = await mikko.post('/contacts', aContact()).expect(201);
    const sees = (status: number) => eventually(() => elsewhere.get(`/contacts/${person.id}`).expect(status));
    await sees(200);
    await admin.delete(`/teams/${await firstTeam()}/members/${reader}`).expect(200);
    await sees(404);
    const [one, other] = [await newTeam(), await newTeam()];
    const join = (team: { id: string }, user: string) =>
      admin.put(`/teams/${team.id}/members/${user}`).expect(200);
    await Promise.all([join(one, owner), join(one, owner), join(one, reader), join(other, reader)]);
    await sees(200);
    expect((await admin.get(`/teams/${one.id}`)).body.members).toHaveLength(2);
    expect(
      await app.rows(
        `SELECT 1 FROM audit_events e JOIN team_members m ON m.id = e.subject_id
         WHERE e.action = 'team_member.create' AND m.team_id = $1 AND m.user_id = $2`,
        [one.id, owner],
      ),
    ).toHaveLength(1);
    await admin.delete(`/teams/${one.id}`).expect(204);
    await sees(404);
    await admin.get(`/teams/${one.id}`).expect(404);
    await admin.put(`/teams/${one.id}/members/${owner}`).expect(404);
    expect(await lastEvents(1)).toEqual([{ action: 'team.end', subject_type: 'team', fields: [] }]);
    await admin.post('/teams', { name: one.name }).expect(201);
    await second.close();
  });

  it('keep on record who was in them', async () => {
    const { id } = await newTeam();
    const member = await idOf(sanna);
    await admin.put(`/teams/${id}/members/${member}`).expect(200);
    await admin.delete(`/teams/${id}/members/${member}`).expect(200);
    await admin.delete(`/teams/${id}/members/${member}`).expect(200);
    const by = await idOf(admin);
    expect(await app.rows('SELECT added_by, removed_by FROM team_members WHERE team_id = $1', [id])).toEqual([
      { added_by: by, removed_by: by },
    ]);
    expect(await lastEvents(1)).toEqual([
      { action: 'team_member.end', subject_type: 'team_member', fields: [] },
    ]);
  });
});
