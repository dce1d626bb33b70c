import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { RunImport } from '../libs/imports/src/run-import.js';
import { bought, ImportSteps } from './support/import-steps.js';
import { putIntoTeam } from './support/teams.js';

describe('imports, as far as a role reaches', () => {
  let app: TestApp;
  let admin: Caller;
  let north: Caller;
  let mate: Caller;
  let south: Caller;
  let southern: string;

  const heading = 'Etunimi;Sukunimi;Sähköposti;Yritys\n';
  const idOf = async (caller: Caller): Promise<string> => (await caller.get('/me').expect(200)).body.id;
  const listed = async (caller: Caller): Promise<string[]> =>
    (await caller.get('/imports').expect(200)).body.items.map(({ id }: { id: string }) => id);

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    [north, mate, south] = [await app.signIn(admin), await app.signIn(admin), await app.signIn(admin)];
    await putIntoTeam(app, north, 'North');
    await putIntoTeam(app, mate, 'North');
    await putIntoTeam(app, south, 'South');
    const trader = aCompany({ name: 'Tmi Haavisto', legalForm: 'sole_trader' });
    const companyId = (await south.post('/companies', trader).expect(201)).body.id;
    const person = aContact({
      firstName: 'Etelä',
      lastName: 'Tuuli',
      emails: ['etela@x.example'],
      companyId,
    });
    southern = (await south.post('/contacts', person).expect(201)).body.id;
  });
  afterAll(() => app.close());

  it('are their maker’s alone, and a sales manager’s: a 404 for everybody else', async () => {
    const list = await new ImportSteps(north).upload(`${heading}Aino;Yksi;aino1@x.example;Oma Oy`);
    expect(await listed(north)).toContain(list.id);
    expect(await listed(admin)).toContain(list.id);
    for (const stranger of [mate, south]) {
      expect(await listed(stranger)).not.toContain(list.id);
      await stranger.get(`/imports/${list.id}`).expect(404);
      await stranger.get(`/imports/${list.id}/rows`).expect(404);
      await new ImportSteps(stranger).map(list).expect(404);
      await stranger.post(`/imports/${list.id}/dry-runs`).expect(404);
      await stranger.post(`/imports/${list.id}/runs`).expect(404);
      await stranger.delete(`/imports/${list.id}`).expect(404);
    }
    expect((await new ImportSteps(admin).check(list)).status).toBe('checked');
    await north.delete(`/imports/${list.id}`).expect(204);
  });

  it('make no twin of another team’s person, and do not say who that is', async () => {
    const steps = new ImportSteps(north);
    const list = await steps.upload(`${heading}Etelä;Tuuli;etela@x.example;Tmi Haavisto`);
    await steps.check(list);
    const [row] = await steps.rows(list.id);
    expect(row).toMatchObject({ result: 'duplicate', contactId: null, companyId: null });
    const [known] = await new ImportSteps(admin).rows(list.id);
    expect(known).toMatchObject({ contactId: southern, companyId: expect.any(String) });
    const looks = await app.rows(
      `SELECT shown_ids FROM audit_events WHERE action = 'import.list_rows' AND subject_id = $1 ORDER BY id`,
      [list.id],
    );
    expect(looks).toEqual([{ shown_ids: [] }, { shown_ids: [southern] }]);
  });

  it('say of a match with somebody out of reach only that there is one, by whatever it was found', async () => {
    const employer = (await south.post('/companies', aCompany({ name: 'Avoin Oy' })).expect(201)).body.id;
    const hidden = { firstName: 'Salla', lastName: 'Piilo', companyId: employer };
    const points = { emails: ['salla@x.example'], phones: ['+358405550101'] };
    await south.post('/contacts', aContact({ ...hidden, ...points })).expect(201);
    const steps = new ImportSteps(north);
    const list = await steps.upload(
      [
        'Etunimi;Sukunimi;Sähköposti;Puhelin;Yritys',
        'S;P;salla@x.example;;',
        'S;Piilo;;040 555 0101;',
        'Salla;Piilo;;;Avoin Oy',
        ';;;;Tmi Haavisto',
        'Uusi;Ihminen;uusi@x.example;;Tmi Haavisto',
      ].join('\n'),
    );
    await steps.check(list);
    const rows = await steps.rows(list.id);
    const elsewhere = { result: 'duplicate', reasons: [{ code: 'duplicate_elsewhere' }] };
    const untold = { contactId: null, companyId: null };
    expect(rows.slice(0, 4)).toEqual(Array(4).fill(expect.objectContaining({ ...elsewhere, ...untold })));
    expect(rows[4]).toMatchObject({ result: 'new', reasons: [], ...untold });
    const known = await new ImportSteps(admin).rows(list.id);
    expect(known.map(({ reasons }: { reasons: { code: string }[] }) => reasons[0]?.code)).toEqual([
      'duplicate_email',
      'duplicate_phone',
      'duplicate_name_at_company',
      'duplicate_company',
      'company_exists',
    ]);
  });

  it('give what comes in to somebody within reach only', async () => {
    const steps = new ImportSteps(north);
    const list = await steps.upload(`${heading}Aino;Kaksi;aino2@x.example;Toinen Oy`);
    const { body } = await steps.map(list, { ownerId: await idOf(south), source: bought }).expect(400);
    expect(body.fields).toEqual([expect.objectContaining({ field: 'ownerId', code: 'outside_scope' })]);
    await steps.check(list, { ownerId: await idOf(mate) });
    expect(await steps.run(list.id)).toMatchObject({ status: 'finished', summary: { imported: 1 } });
    expect((await south.get('/contacts?q=kaksi').expect(200)).body.items).toEqual([]);
    expect((await mate.get('/contacts?q=kaksi').expect(200)).body.items).toHaveLength(1);
  });

  it('go on only while their requester may import: after that nothing comes in, and the file is forgotten (K5)', async () => {
    const leaver = await app.signIn(admin);
    await putIntoTeam(app, leaver, 'North');
    const steps = new ImportSteps(leaver);
    const list = await steps.upload(`${heading}Aino;Kolme;aino3@x.example;Kolmas Oy`);
    await steps.check(list);
    await app.rows('UPDATE role_grants SET ended_at = now() WHERE user_id = $1', [await idOf(leaver)]);
    // As if the run had been asked for just before.
    await app.rows(
      `UPDATE imports SET status = 'running', started_at = now(), requested_by = created_by, requested_at = now() - interval '1 minute', progressed_at = NULL WHERE id = $1`,
      [list.id],
    );
    await app.app.get(RunImport).run(list.id);
    const { body } = await admin.get(`/imports/${list.id}`).expect(200);
    expect(body).toMatchObject({ status: 'failed', failure: 'access_ended', summary: { imported: 0 } });
    expect((await admin.get('/contacts?q=kolme').expect(200)).body.items).toEqual([]);
    expect(
      await app.rows('SELECT 1 FROM import_rows WHERE import_id = $1 AND record IS NOT NULL', [list.id]),
    ).toEqual([]);
    const acts = await app.rows(
      `SELECT actor_kind FROM audit_events WHERE action = 'import.stop' AND subject_id = $1`,
      [list.id],
    );
    expect(acts).toEqual([{ actor_kind: 'system' }]);
    await admin.post(`/imports/${list.id}/runs`).expect(409);
  });
});
