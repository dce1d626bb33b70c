import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';

const unknown = '01a207bb-e5b0-704d-8b14-5b9a3e99f598';

describe('the ownership of records', () => {
  let app: TestApp;
  let admin: Caller;
  let leaver: Caller;
  let heir: Caller;
  let ids: { leaver: string; heir: string };
  const idOf = async (caller: Caller): Promise<string> => (await caller.get('/me').expect(200)).body.id;
  const transfer = (body: object = {}, caller = admin) =>
    caller.post('/ownership-transfers', { fromUserId: ids.leaver, toUserId: ids.heir, ...body });
  const ownedBy = (id: string) =>
    app.rows<{ companies: number; contacts: number }>('SELECT companies, contacts FROM count_owned($1)', [
      id,
    ]);

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    leaver = await app.signIn(admin, { name: 'Lähtijä' });
    heir = await app.signIn(admin, { name: 'Perijä' });
    ids = { leaver: await idOf(leaver), heir: await idOf(heir) };
    for (let i = 0; i < 3; i++) {
      const { body: company } = await leaver.post('/companies', aCompany()).expect(201);
      const { body: person } = await leaver
        .post('/contacts', aContact({ companyId: company.id }))
        .expect(201);
      if (i === 0) await leaver.put(`/contacts/${person.id}/archival`).expect(200);
    }
  });
  afterAll(() => app.close());

  it('is told of one user to those who may move it, so that it is moved before somebody leaves', async () => {
    expect((await admin.get(`/users/${ids.leaver}`).expect(200)).body.owns).toEqual({
      companies: 3,
      contacts: 3,
    });
    expect((await leaver.get(`/users/${ids.leaver}`).expect(200)).body).not.toHaveProperty('owns');
  });

  it.each([
    [{ toUserId: unknown }, 400, 'toUserId'],
    [{ toUserId: 'x' }, 400, 'toUserId'],
    [{ companies: 'yes' }, 400, 'companies'],
    [{ force: true }, 400, 'force'],
    [{ fromUserId: unknown }, 404, null],
  ])('does not move with %j', async (body, status, field) => {
    const { body: problem } = await transfer(body).expect(status);
    expect(problem.fields?.[0]?.field ?? null).toBe(field);
  });

  it('moves to somebody who may see people, is active and is another', async () => {
    const technician = await app.signIn(admin, { roles: ['technician'] });
    const codeOf = async (toUserId: string) => (await transfer({ toUserId }).expect(400)).body.fields[0].code;
    expect(await codeOf(await idOf(technician))).toBe('may_not_read');
    expect(await codeOf(ids.leaver)).toBe('same_user');
    const gone = await idOf(await app.signIn(admin));
    await admin.patch(`/users/${gone}`, { active: false }).expect(200);
    expect(await codeOf(gone)).toBe('unknown_user');
  });

  it('is moved by those who may assign alone, who have just proved who they are', async () => {
    await transfer({}, leaver).expect(403);
    await transfer({}, app.stranger).expect(401);
    const onlyAdmin = await app.signIn(admin, { roles: ['admin'] });
    await transfer({}, onlyAdmin).expect(403);
  });

  it('moves as a whole, archived people too and restricted ones uncounted and unnamed, each on record', async () => {
    const [restricted] = await app.rows<{ id: string }>(
      'SELECT id FROM contacts WHERE archived_at IS NULL LIMIT 1',
    );
    await app.rows('UPDATE contacts SET restricted = true WHERE id = $1', [restricted?.id]);
    await leaver.get(`/contacts/${restricted?.id ?? ''}`).expect(404);
    const trader = aCompany({ legalForm: 'sole_trader' });
    const { body: soleTrader } = await leaver.post('/companies', trader).expect(201);
    const { body } = await transfer({ contacts: false }).expect(201);
    expect(body).toMatchObject({ companies: 4, contacts: 0, finishedAt: expect.any(String) });
    expect((await transfer().expect(201)).body).toMatchObject({ companies: 0, contacts: 2 });
    expect(await ownedBy(ids.leaver)).toEqual([{ companies: 0, contacts: 0 }]);
    expect(await ownedBy(ids.heir)).toEqual([{ companies: 4, contacts: 3 }]);
    const counted = await app.rows('SELECT companies, contacts FROM ownership_transfers ORDER BY id');
    expect(counted).toEqual([
      { companies: 4, contacts: 0 },
      { companies: 0, contacts: 2 },
    ]);
    const events = await app.rows(
      `SELECT action, fields, subject_id IS NOT NULL AS told FROM audit_events WHERE action = 'ownership_transfer.create' ORDER BY id`,
    );
    expect(events).toEqual([
      { action: 'ownership_transfer.create', fields: ['companies'], told: true },
      { action: 'ownership_transfer.create', fields: ['companies', 'contacts'], told: true },
    ]);
    const moves = await app.rows<{ fields: string[]; shown: string[] }>(
      `SELECT fields, shown_ids AS shown FROM audit_events WHERE action = 'ownership_transfer.move' ORDER BY id`,
    );
    const seen = await app.rows<{ id: string }>('SELECT id FROM contacts WHERE NOT restricted');
    const people = seen.map(({ id }) => id).sort();
    expect(moves.map(({ fields, shown }) => [fields, shown.toSorted()])).toEqual([
      [['companies'], [soleTrader.id]],
      [['contacts'], people],
    ]);
    const { body: log } = await admin.get(`/contacts/${people[0] ?? ''}/audit-events`).expect(200);
    expect(log.items.map(({ action }: { action: string }) => action)).toContain('ownership_transfer.move');
    const [company] = await app.rows<{ version: number }>('SELECT version FROM companies LIMIT 1');
    expect(company?.version).toBe(2);
  });

  it('moves once when two ask at once', async () => {
    await heir.post('/contacts', aContact()).expect(201);
    const back = { fromUserId: ids.heir, toUserId: ids.leaver };
    const both = await Promise.all([transfer(back), transfer(back)]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    const moved = both.reduce((sum, { body }) => sum + body.contacts, 0);
    expect(moved).toBe(3);
    expect(await ownedBy(ids.leaver)).toEqual([{ companies: 4, contacts: 4 }]);
  });

  it('moves many people in batches, and keeps nobody from reading or changing others meanwhile', async () => {
    const volume = 10_000;
    await app.rows(
      `
      WITH made AS (
        INSERT INTO contacts (id, first_name, last_name, language, owner_id, retention_ground, retention_review_on, created_at, updated_at)
        SELECT gen_random_uuid(), 'Etu' || i, 'Suku' || i, 'fi', $1, 'relationship', '2027-01-01', now(), now()
        FROM generate_series(1, ${volume}) i RETURNING id
      ) INSERT INTO contact_sources (id, contact_id, kind, collected_on, recorded_at)
        SELECT gen_random_uuid(), id, 'event', '2026-01-01', now() FROM made`,
      [ids.leaver],
    );
    let answered = 0;
    let isMoving = true;
    const reading = (async () => {
      while (isMoving) {
        await admin.get('/contacts?limit=50').expect(200);
        answered += 1;
      }
    })();
    const { body } = await transfer().expect(201);
    const meanwhile = answered;
    isMoving = false;
    await reading;
    expect(body.contacts).toBe(volume + 3);
    expect(meanwhile).toBeGreaterThan(1);
  });
});
