import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import iconv from 'iconv-lite';
import { bought, ImportSteps } from './support/import-steps.js';

describe('/imports: what comes of the rows', () => {
  let app: TestApp;
  let staff: Caller;
  let steps: ImportSteps;

  beforeAll(async () => {
    app = await createTestApp();
    staff = await app.signIn(await app.setUp());
    steps = new ImportSteps(staff);
  });
  afterAll(() => app.close());

  it('brings in 5,000 rows of a Finnish Excel list with mistakes in it: the good ones all, the bad ones named (C3, H9, P3)', async () => {
    const lines = Array.from({ length: 5_000 }, (_, n) => {
      const email =
        n % 100 === 7 ? 'ei ole' : n % 100 === 8 ? 'matti1@yritys.example' : `matti${n}@yritys.example`;
      const phone = n % 100 === 9 ? '12' : `040 ${String(1_000_000 + n)}`;
      const name = n % 100 === 10 ? '' : `Mäkelä${n}`;
      return `Åke;${name};${email};${phone};Työmaa ${Math.floor(n / 10)} Öy;Myyntijohtaja`;
    });
    const file = iconv.encode(
      ['Etunimi;Sukunimi;Sähköposti;Puhelin;Yritys;Titteli', ...lines].join('\r\n'),
      'windows-1252',
    );
    const list = await steps.upload(file);
    expect(list).toMatchObject({
      status: 'mapping',
      fileName: 'lista.csv',
      encoding: 'windows-1252',
      delimiter: ';',
      rowCount: 5_000,
      mapping: null,
      summary: null,
      createdBy: { name: 'Samu Myyjä' },
    });
    expect(list.columns.map(({ target }: { target: string }) => target)).toEqual([
      'contact.firstName',
      'contact.lastName',
      'contact.email',
      'contact.phone',
      'company.name',
      'contact.title',
    ]);

    const started = Date.now();
    const checked = await steps.check(list);
    expect(checked).toMatchObject({
      status: 'checked',
      processed: 5_000,
      summary: { new: 4_850, duplicate: 50, error: 100, imported: 0 },
    });
    expect(await steps.rows(list.id, '&result=error').then((rows) => rows.slice(0, 2))).toEqual([
      {
        row: 9,
        result: 'error',
        reasons: [{ code: 'invalid_email', field: 'contact.email', value: 'ei ole' }],
        contactId: null,
        companyId: null,
        preview: { name: 'Åke Mäkelä7', email: 'ei ole', company: 'Työmaa 0 Öy' },
      },
      expect.objectContaining({
        row: 11,
        reasons: [{ code: 'invalid_phone', field: 'contact.phone', value: '12' }],
      }),
    ]);
    expect((await steps.rows(list.id, '&result=duplicate'))[0]).toMatchObject({
      row: 10,
      reasons: [{ code: 'duplicate_in_file', value: '3' }],
    });

    const done = await steps.run(list.id);
    expect(done).toMatchObject({
      status: 'finished',
      processed: 5_000,
      summary: { new: 4_850, duplicate: 50, error: 100, imported: 4_850 },
    });
    expect(Date.now() - started).toBeLessThan(60_000);

    const [counts] = await app.rows(
      `SELECT (SELECT count(*)::int FROM contacts) AS people, (SELECT count(*)::int FROM companies) AS companies,
         (SELECT count(*)::int FROM contact_sources WHERE kind = 'bought_list' AND what = 'Yritysrekisteri Oy' AND collected_on = '2026-11-01') AS sources,
         (SELECT count(*)::int FROM companies WHERE source_kind = 'bought_list' AND source_on = '2026-11-01') AS company_sources,
         (SELECT count(*)::int FROM employments) AS employments,
         (SELECT count(*)::int FROM contacts WHERE num_nonnulls(retention_due_on, retention_review_on) = 1) AS clocks,
         (SELECT count(*)::int FROM contacts WHERE language IS NOT NULL OR owner_id IS NOT NULL) AS invented,
         (SELECT count(*)::int FROM audit_events WHERE action = 'contact.create' AND actor_id IS NOT NULL) AS audited,
         (SELECT count(*)::int FROM audit_events WHERE action = 'company.create') AS companies_audited`,
    );
    expect(counts).toEqual({
      people: 4_850,
      companies: 500,
      sources: 4_850,
      company_sources: 500,
      employments: 4_850,
      clocks: 4_850,
      invented: 0,
      audited: 4_850,
      companies_audited: 500,
    });

    const [first] = await steps.rows(list.id, '&result=new');
    const { body: person } = await staff.get(`/contacts/${first.contactId}`).expect(200);
    expect(person).toMatchObject({
      firstName: 'Åke',
      lastName: 'Mäkelä0',
      emails: ['matti0@yritys.example'],
      phones: ['+358401000000'],
      title: 'Myyntijohtaja',
      company: { id: first.companyId, name: 'Työmaa 0 Öy' },
      sources: [bought],
    });
  }, 120_000);

  it('finds who is in the register already: by e-mail, phone, or name at the company', async () => {
    const company = (
      await staff.post('/companies', aCompany({ name: 'Havsvind Ab', businessId: '0112038-9' })).expect(201)
    ).body;
    const create = async (fields: object) =>
      (await staff.post('/contacts', aContact(fields)).expect(201)).body.id;
    const byEmail = await create({ firstName: 'Eva', lastName: 'Berg', emails: ['eva@havsvind.example'] });
    const byPhone = await create({ firstName: 'Eva', lastName: 'Dal', phones: ['050 555 0001'] });
    const byName = await create({ firstName: 'Åsa', lastName: 'Ek', companyId: company.id });
    const list = await steps.upload(
      [
        'Förnamn,Efternamn,E-post,Telefon,Företag,FO-nummer',
        'E.,Bergh,EVA@havsvind.example,,,',
        'E.,DAL,,+358 50 555 0001,,',
        'åsa,EK,,,HAVSVIND AB,',
        'Åsa,Ek,,,Havsvind,01120389',
        'Carl,Colleague,,050 555 0001,Havsvind Ab,',
        'Ny,Person,,,Havsvind Ab,',
        ',,,,Havsvind Ab,',
        'Ny,Person,ny@p.example,,Havsvind Ab,',
        'Ny,Person,ny2@p.example,,Annan Ab,',
      ].join('\n'),
    );
    const checked = await steps.check(list);
    expect(checked.summary).toEqual({ new: 3, duplicate: 6, erased: 0, error: 0, imported: 0 });
    const rows = await steps.rows(list.id);
    expect(
      rows.map(({ row, result, reasons, contactId }: Record<string, unknown>) => [
        row,
        result,
        (reasons as { code: string }[]).map((r) => r.code).join(),
        contactId,
      ]),
    ).toEqual([
      [2, 'duplicate', 'duplicate_email', byEmail],
      [3, 'duplicate', 'duplicate_phone', byPhone],
      [4, 'duplicate', 'duplicate_name_at_company', byName],
      [5, 'duplicate', 'duplicate_in_file,duplicate_name_at_company', byName],
      [6, 'new', 'company_exists', null],
      [7, 'new', 'company_exists', null],
      [8, 'duplicate', 'duplicate_in_file,duplicate_company', null],
      [9, 'duplicate', 'duplicate_in_file', null],
      [10, 'new', '', null],
    ]);
    expect((await steps.run(list.id)).summary).toEqual({
      new: 3,
      duplicate: 6,
      erased: 0,
      error: 0,
      imported: 3,
    });
    const [{ n }] = (await app.rows(
      `SELECT count(*)::int AS n FROM companies WHERE name ILIKE 'havsvind%'`,
    )) as [{ n: number }];
    expect(n).toBe(1);
  });

  it('asks for a business id when several companies have the name, and finds the one that has it', async () => {
    const create = async (fields: object) =>
      (await staff.post('/companies', aCompany(fields)).expect(201)).body.id;
    await create({ name: 'Kaksonen Oy' });
    await create({ name: 'kaksonen oy' });
    const numbered = await create({ name: 'Kaksonen Oy', businessId: '2345678-0' });
    const list = await steps.upload('Nimi;Yritys;Y-tunnus\nIda Io;Kaksonen Oy;\nIiro Io;;FI23456780\n');
    await steps.check(list);
    expect(await steps.rows(list.id)).toMatchObject([
      { result: 'error', reasons: [{ code: 'ambiguous_company', value: 'Kaksonen Oy' }] },
      { result: 'new', companyId: numbered },
    ]);
  });

  it('looks again when it runs: who has come into the register since the dry run is not brought in twice', async () => {
    const list = await steps.upload('Namn;E-post\nSven Sen;sven@sen.example\n');
    expect((await steps.check(list)).summary).toMatchObject({ new: 1 });
    const { body: person } = await staff
      .post('/contacts', aContact({ emails: ['sven@sen.example'] }))
      .expect(201);
    expect((await steps.run(list.id)).summary).toEqual({
      new: 0,
      duplicate: 1,
      erased: 0,
      error: 0,
      imported: 0,
    });
    expect(await steps.rows(list.id)).toMatchObject([
      { result: 'duplicate', reasons: [{ code: 'duplicate_email' }], contactId: person.id },
    ]);
  });

  it('keeps formulas as text, takes NUL out, reads quoted line breaks, and refuses rows that have shifted', async () => {
    const list = await steps.upload(
      'Nimi;Yritys;Muistiinpanot;Titteli\r\n' +
        '=cmd|calc Pahanen;"Formula; Oy";"eka\r\ntoka";@SUM(A1)\r\n' +
        'Nu\0lla Niilo;;;\r\n' +
        'Liian Monta;A;B;C;D\r\n' +
        'Liian Vähän\r\n' +
        ';;;\r\n' +
        ';Pelkkä Yhtiö;;\r\n',
    );
    const checked = await steps.check(list, { ownerId: null, language: 'fi' });
    expect(checked.summary).toEqual({ new: 3, duplicate: 0, erased: 0, error: 2, imported: 0 });
    expect(
      (await steps.rows(list.id)).map(({ row, reasons }: { row: number; reasons: { code: string }[] }) => [
        row,
        reasons[0]?.code,
      ]),
    ).toEqual([
      [2, undefined],
      [4, undefined],
      [5, 'wrong_column_count'],
      [6, 'wrong_column_count'],
      [8, undefined],
    ]);
    await steps.run(list.id);
    const [first, second] = await steps.rows(list.id);
    const { body: person } = await staff.get(`/contacts/${first.contactId}`).expect(200);
    expect(person).toMatchObject({
      firstName: '=cmd|calc',
      lastName: 'Pahanen',
      title: '@SUM(A1)',
      language: 'fi',
      company: { name: 'Formula; Oy' },
    });
    const { body: timeline } = await staff.get(`/contacts/${first.contactId}/timeline`).expect(200);
    expect(timeline.items).toMatchObject([{ type: 'note', body: 'eka\ntoka' }]);
    expect((await staff.get(`/contacts/${second.contactId}`).expect(200)).body).toMatchObject({
      firstName: 'Nulla',
      companyId: null,
    });
    const text = await takeAlong(staff, 'Pahanen');
    expect(text).toContain("'@SUM(A1)");
  });

  it('reads its own export back', async () => {
    await staff
      .post(
        '/contacts',
        aContact({ firstName: 'Kierto', lastName: 'Laine', emails: ['kierto@laine.example'] }),
      )
      .expect(201);
    const text = await takeAlong(staff, 'kierto');
    const list = await steps.upload(text);
    expect(list).toMatchObject({ encoding: 'utf-8', delimiter: ';', rowCount: 1 });
    expect((await steps.check(list)).summary).toMatchObject({ duplicate: 1 });
  });
});

/** The file of the people whom the word finds, when it is written. */
async function takeAlong(caller: Caller, q: string): Promise<string> {
  const expiresAt = new Date(Date.now() + 60 * 60 * 1000).toISOString();
  const wish = { kind: 'contacts', purpose: 'Takaisin tuotavaksi', expiresAt, filters: { q } };
  const { body } = await caller.post('/exports', wish).expect(201);
  for (let tries = 0; tries < 200; tries++) {
    const { status, text } = await caller.post(`/exports/${body.id}/downloads`);
    if (status === 200) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the file was not written');
}
