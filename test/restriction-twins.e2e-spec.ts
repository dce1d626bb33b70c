import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { ImportSteps } from './support/import-steps.js';

describe('somebody whose processing is restricted, entered a second time', () => {
  let app: TestApp;
  let staff: Caller;
  let officer: Caller;
  let companyId: string;
  let restrictedId: string;

  beforeAll(async () => {
    app = await createTestApp();
    const admin = await app.setUp();
    staff = await app.signIn(admin, { roles: ['sales_manager'] });
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    companyId = (await staff.post('/companies', aCompany({ name: 'Kvarnen Oy' })).expect(201)).body.id;
    const { body } = await staff
      .post(
        '/contacts',
        aContact({
          firstName: 'Åsa',
          lastName: 'Örn',
          emails: ['asa.orn@example.com'],
          phones: ['+358401231231'],
          companyId,
        }),
      )
      .expect(201);
    restrictedId = body.id;
    await officer.put(`/contacts/${restrictedId}/restriction`, { reason: 'kiistää tiedot' }).expect(200);
  });
  afterAll(() => app.close());

  const count = async () => (await app.rows<{ n: number }>('SELECT count(*)::int AS n FROM contacts'))[0]?.n;

  it.each([
    ['the same address', { firstName: 'Joku', emails: ['uusi@example.com', 'ASA.ORN@example.com'] }],
    ['the same number and family name', { lastName: 'örn', phones: ['040 123 1231'] }],
    ['the same number and no family name', { firstName: 'Åsa', lastName: null, phones: ['040 123 1231'] }],
    ['nothing but the same name at the same company', { firstName: 'åsa', lastName: 'Örn', companyId: 'X' }],
  ])('is refused by %s, with a code that tells nothing else', async (_, fields) => {
    const before = await count();
    const body = JSON.parse(JSON.stringify(aContact(fields)).replace('"X"', `"${companyId}"`)) as object;
    const answer = await staff.post('/contacts', body).expect(409);
    expect(answer.body).toMatchObject({ code: 'contact_not_accepted' });
    expect(JSON.stringify(answer.body)).not.toMatch(/asa\.orn|1231231|Örn|restrict/i);
    expect(answer.body.fields ?? []).toEqual([]);
    expect(await count()).toBe(before);
    const [event] = await app.rows(
      'SELECT action, subject_id, fields FROM audit_events ORDER BY id DESC LIMIT 1',
    );
    expect(event).toEqual({ action: 'contact.refuse', subject_id: null, fields: [] });
  });

  it.each([
    ['a colleague at the same switchboard', { lastName: 'Lind', phones: ['+358401231231'] }],
    [
      'a namesake with an address of their own',
      { firstName: 'Åsa', lastName: 'Örn', emails: ['a.o@example.com'] },
    ],
  ])('is not mistaken for %s', async (_, fields) => {
    await staff.post('/contacts', aContact({ ...fields, companyId })).expect(201);
  });

  it.each([
    ['their address beside another', { emails: ['muu@example.com', 'asa.orn@example.com'] }],
    ['their number and family name', { lastName: 'ÖRN', phones: ['+358401231231'] }],
  ])(
    'is not made out of somebody else by an edit to %s; that it was refused is on record',
    async (_, edit) => {
      const { body } = await staff.post('/contacts', aContact({ emails: ['muu@example.com'] })).expect(201);
      expect(await refusalOf(body.id, edit)).toEqual({
        action: 'contact.refuse',
        subject_id: body.id,
        fields: [],
      });
      expect((await staff.get(`/contacts/${body.id}`).expect(200)).body).toEqual(body);
      await staff.patch(`/contacts/${body.id}`, { title: 'Ostaja' }).expect(200);
    },
  );

  it.each([
    ['name', { companyId: 'X' }, { firstName: 'Åsa', lastName: 'örn' }],
    ['company', { firstName: 'Åsa', lastName: 'Örn' }, { companyId: 'X' }],
    ['name beside the same number', { lastName: 'Lind', phones: ['+358401231231'] }, { lastName: 'Örn' }],
    [
      'address taken away',
      { firstName: 'Åsa', lastName: 'Örn', companyId: 'X', emails: ['aa@example.com'] },
      { emails: [] },
    ],
  ])('is not made by the %s alone either', async (_, fields, edit) => {
    const given = JSON.parse(JSON.stringify([fields, edit]).replace('"X"', `"${companyId}"`)) as [
      object,
      object,
    ];
    const { body } = await staff
      .post('/contacts', aContact({ emails: [], phones: [], ...given[0] }))
      .expect(201);
    expect(await refusalOf(body.id, given[1])).toMatchObject({ action: 'contact.refuse' });
    await staff.patch(`/contacts/${body.id}`, { title: 'Ostaja' }).expect(200);
  });

  const refusalOf = async (id: string, edit: object) => {
    const { body } = await staff.patch(`/contacts/${id}`, edit).expect(409);
    expect(body).toMatchObject({ code: 'contact_not_accepted' });
    const [event] = await app.rows(
      'SELECT action, subject_id, fields FROM audit_events ORDER BY id DESC LIMIT 1',
    );
    return event;
  };

  const header = 'Etunimi;Sukunimi;Sähköposti';

  it('is an error of a dry run that keeps nothing of the row, and does not come in', async () => {
    const steps = new ImportSteps(staff);
    const before = await count();
    const list = await steps.upload(`${header}\nÅsa;Örn;asa.orn@example.com\nOnni;Muu;onni@example.com`);
    const { summary } = await steps.check(list);
    expect(summary).toMatchObject({ new: 1, duplicate: 0, error: 1 });
    const [row] = await steps.rows(list.id, '&result=error');
    expect(row).toMatchObject({
      reasons: [{ code: 'not_accepted' }],
      contactId: null,
      preview: { name: null, email: null, company: null },
    });
    await steps.run(list.id);
    expect(await count()).toBe((before ?? 0) + 1);
  });

  it('does not come in by a run that was checked before the restriction', async () => {
    const steps = new ImportSteps(staff);
    const list = await steps.upload(
      `${header}\nElli;Salo;elli.salo@example.com\nOlli;Salo;olli.salo@example.com`,
    );
    await steps.check(list);
    const { body } = await staff
      .post('/contacts', aContact({ emails: ['elli.salo@example.com'] }))
      .expect(201);
    await officer.put(`/contacts/${body.id}/restriction`, { reason: 'kiistää tiedot' }).expect(200);
    expect((await steps.rows(list.id)).map(({ preview }: { preview: object }) => preview)).toMatchObject([
      { email: 'olli.salo@example.com' },
    ]);
    expect((await staff.get(`/imports/${list.id}`).expect(200)).text).not.toMatch(/elli/i);
    await steps.run(list.id);
    const rows = await app.rows(
      `SELECT contact_id FROM contact_points WHERE value = 'elli.salo@example.com'`,
    );
    expect(rows).toEqual([{ contact_id: body.id }]);
  });

  it('leaves nothing in an import whose data was deleted meanwhile, once it is lifted', async () => {
    const steps = new ImportSteps(staff);
    const list = await steps.upload(`${header}\nIlta;Salo;ilta.salo@example.com`);
    await steps.check(list);
    await steps.run(list.id);
    const [row] = await steps.rows(list.id);
    await officer.put(`/contacts/${row.contactId}/restriction`, { reason: 'kiistää tiedot' }).expect(200);
    await staff.delete(`/imports/${list.id}`).expect(204);
    const kept = () => app.rows('SELECT 1 FROM import_rows WHERE import_id = $1', [list.id]);
    await officer
      .delete(`/contacts/${row.contactId}/restriction`)
      .send({ reason: 'oikaistu', informed: { via: 'phone', on: '2026-01-01' } })
      .expect(200);
    expect(await kept()).toEqual([]);
  });

  it('is never made by creating at the very moment of the restriction', async () => {
    for (let i = 0; i < 8; i++) {
      const emails = [`kilpa${i}@example.com`];
      const { body } = await staff.post('/contacts', aContact({ emails })).expect(201);
      const [placed, created] = await Promise.all([
        officer.put(`/contacts/${body.id}/restriction`, { reason: 'kiistää tiedot' }),
        staff.post('/contacts', aContact({ emails })),
      ]);
      expect(placed.status).toBe(200);
      expect([201, 409]).toContain(created.status);
      // Whoever was quicker, from now on nobody is let in.
      await staff.post('/contacts', aContact({ emails })).expect(409);
    }
  });

  it('is entered again without a word once the restriction is lifted', async () => {
    await officer
      .delete(`/contacts/${restrictedId}/restriction`)
      .send({ reason: 'oikaistu', informed: { via: 'phone', on: '2026-01-01' } })
      .expect(200);
    await staff.post('/contacts', aContact({ emails: ['asa.orn@example.com'] })).expect(201);
  });
});
