import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import iconv from 'iconv-lite';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('/imports', () => {
  let app: TestApp;
  let admin: Caller;
  let staff: Caller;

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    staff = await app.signIn(admin);
  });
  afterAll(() => app.close());

  const send = (content: string | Buffer, name = 'lista.csv', caller = staff) =>
    caller.agent.post('/api/v1/imports').attach('file', Buffer.from(content as string), { filename: name, contentType: 'text/csv' });

  const upload = async (content: string | Buffer) => (await send(content).expect(201)).body;

  /** Waits until the work that was asked for is over. */
  async function settled(id: string) {
    for (let i = 0; i < 300; i++) {
      const { body } = await staff.get(`/imports/${id}`).expect(200);
      if (body.status !== 'checking' && body.status !== 'running') return body;
      await wait(50);
    }
    throw new Error('the import does not come to an end');
  }

  const bought = { kind: 'bought_list', what: 'Yritysrekisteri Oy', when: '2026-11-01' };

  /** Maps the columns as guessed, unless told otherwise. */
  const map = (list: { id: string; columns: { index: number; target: string | null }[] }, fields: object = {}) =>
    staff.put(`/imports/${list.id}/mapping`, {
      columns: list.columns.map(({ index, target }) => ({ index, target })),
      source: bought,
      ...fields,
    });

  async function check(list: Parameters<typeof map>[0], fields: object = {}) {
    await map(list, fields).expect(200);
    await staff.post(`/imports/${list.id}/dry-runs`).expect(202);
    return settled(list.id);
  }

  async function run(id: string) {
    await staff.post(`/imports/${id}/runs`).expect(202);
    return settled(id);
  }

  const rowsOf = async (id: string, query = '') => (await staff.get(`/imports/${id}/rows?limit=200${query}`).expect(200)).body.items;

  it('brings in 5,000 rows of a Finnish Excel list with mistakes in it: the good ones all, the bad ones named (C3, H9, P3)', async () => {
    const lines = Array.from({ length: 5_000 }, (_, n) => {
      const email = n % 100 === 7 ? 'ei ole' : n % 100 === 8 ? 'matti1@yritys.example' : `matti${n}@yritys.example`;
      const phone = n % 100 === 9 ? '12' : `040 ${String(1_000_000 + n)}`;
      const name = n % 100 === 10 ? '' : `Mäkelä${n}`;
      return `Åke;${name};${email};${phone};Työmaa ${Math.floor(n / 10)} Öy;Myyntijohtaja`;
    });
    const file = iconv.encode(['Etunimi;Sukunimi;Sähköposti;Puhelin;Yritys;Titteli', ...lines].join('\r\n'), 'windows-1252');
    const list = await upload(file);
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
      'contact.firstName', 'contact.lastName', 'contact.email', 'contact.phone', 'company.name', 'contact.title',
    ]);

    const started = Date.now();
    const checked = await check(list);
    expect(checked).toMatchObject({
      status: 'checked',
      processed: 5_000,
      summary: { new: 4_850, duplicate: 50, error: 100, imported: 0 },
    });
    expect(await rowsOf(list.id, '&result=error').then((rows) => rows.slice(0, 2))).toEqual([
      {
        row: 9,
        result: 'error',
        reasons: [{ code: 'invalid_email', field: 'contact.email', value: 'ei ole' }],
        contactId: null,
        companyId: null,
        preview: { name: 'Åke Mäkelä7', email: 'ei ole', company: 'Työmaa 0 Öy' },
      },
      expect.objectContaining({ row: 11, reasons: [{ code: 'invalid_phone', field: 'contact.phone', value: '12' }] }),
    ]);
    expect((await rowsOf(list.id, '&result=duplicate'))[0]).toMatchObject({ row: 10, reasons: [{ code: 'duplicate_in_file', value: '3' }] });

    const done = await run(list.id);
    expect(done).toMatchObject({ status: 'finished', processed: 5_000, summary: { new: 4_850, duplicate: 50, error: 100, imported: 4_850 } });
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
      people: 4_850, companies: 500, sources: 4_850, company_sources: 500, employments: 4_850, clocks: 4_850,
      invented: 0, audited: 4_850, companies_audited: 500,
    });

    const [first] = await rowsOf(list.id, '&result=new');
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
    const company = (await staff.post('/companies', aCompany({ name: 'Havsvind Ab', businessId: '0112038-9' })).expect(201)).body;
    const create = async (fields: object) => (await staff.post('/contacts', aContact(fields)).expect(201)).body.id;
    const byEmail = await create({ firstName: 'Eva', lastName: 'Berg', emails: ['eva@havsvind.example'] });
    const byPhone = await create({ firstName: 'Eva', lastName: 'Dal', phones: ['050 555 0001'] });
    const byName = await create({ firstName: 'Åsa', lastName: 'Ek', companyId: company.id });
    const list = await upload(
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
    const checked = await check(list);
    expect(checked.summary).toEqual({ new: 3, duplicate: 6, error: 0, imported: 0 });
    const rows = await rowsOf(list.id);
    expect(rows.map(({ row, result, reasons, contactId }: Record<string, unknown>) => [row, result, (reasons as { code: string }[]).map((r) => r.code).join(), contactId])).toEqual([
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
    expect((await run(list.id)).summary).toEqual({ new: 3, duplicate: 6, error: 0, imported: 3 });
    const [{ n }] = (await app.rows(`SELECT count(*)::int AS n FROM companies WHERE name ILIKE 'havsvind%'`)) as [{ n: number }];
    expect(n).toBe(1);
  });

  it('looks again when it runs: who has come into the register since the dry run is not brought in twice', async () => {
    const list = await upload('Namn;E-post\nSven Sen;sven@sen.example\n');
    expect((await check(list)).summary).toMatchObject({ new: 1 });
    const { body: person } = await staff.post('/contacts', aContact({ emails: ['sven@sen.example'] })).expect(201);
    expect((await run(list.id)).summary).toEqual({ new: 0, duplicate: 1, error: 0, imported: 0 });
    expect(await rowsOf(list.id)).toMatchObject([{ result: 'duplicate', reasons: [{ code: 'duplicate_email' }], contactId: person.id }]);
  });

  it('keeps formulas as text, takes NUL out, reads quoted line breaks, and refuses rows that have shifted', async () => {
    const list = await upload(
      'Nimi;Yritys;Muistiinpanot;Titteli\r\n' +
        '=cmd|calc Pahanen;"Formula; Oy";"eka\r\ntoka";@SUM(A1)\r\n' +
        'Nu\0lla Niilo;;;\r\n' +
        'Liian Monta;A;B;C;D\r\n' +
        'Liian Vähän\r\n' +
        ';;;\r\n' +
        ';Pelkkä Yhtiö;;\r\n',
    );
    const checked = await check(list, { ownerId: null, language: 'fi' });
    expect(checked.summary).toEqual({ new: 3, duplicate: 0, error: 2, imported: 0 });
    expect((await rowsOf(list.id)).map(({ row, reasons }: { row: number; reasons: { code: string }[] }) => [row, reasons[0]?.code])).toEqual([
      [2, undefined],
      [4, undefined],
      [5, 'wrong_column_count'],
      [6, 'wrong_column_count'],
      [8, undefined],
    ]);
    await run(list.id);
    const [first, second] = await rowsOf(list.id);
    const { body: person } = await staff.get(`/contacts/${first.contactId}`).expect(200);
    expect(person).toMatchObject({ firstName: '=cmd|calc', lastName: 'Pahanen', title: '@SUM(A1)', language: 'fi', company: { name: 'Formula; Oy' } });
    const { body: timeline } = await staff.get(`/contacts/${first.contactId}/timeline`).expect(200);
    expect(timeline.items).toMatchObject([{ type: 'note', body: 'eka\ntoka' }]);
    expect((await staff.get(`/contacts/${second.contactId}`).expect(200)).body).toMatchObject({ firstName: 'Nulla', companyId: null });
    const { text } = await staff.get('/contacts.csv?q=Pahanen').expect(200);
    expect(text).toContain("'@SUM(A1)");
  });

  it('reads its own export back', async () => {
    await staff.post('/contacts', aContact({ firstName: 'Kierto', lastName: 'Laine', emails: ['kierto@laine.example'] })).expect(201);
    const { text } = await staff.get('/contacts.csv?q=kierto').expect(200);
    const list = await upload(text);
    expect(list).toMatchObject({ encoding: 'utf-8', delimiter: ';', rowCount: 1 });
    expect((await check(list)).summary).toMatchObject({ duplicate: 1 });
  });

  it.each([
    ['nothing', '', 400, 'file_empty'],
    ['headings alone', 'Nimi;Puhelin\n', 400, 'file_header_only'],
    ['an XLSX workbook', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), 400, 'file_is_spreadsheet'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 400, 'file_is_binary'],
    ['300 columns', `${'a;'.repeat(300)}\n1`, 400, 'file_too_many_columns'],
    ['a quotation mark that is never closed', 'a;b\n"1;2\n3;4', 400, 'file_unreadable'],
  ])('refuses %s and keeps nothing of it', async (_, content, status, code) => {
    const before = await app.rows('SELECT count(*)::int AS n FROM imports');
    const { body } = await send(content).expect(status);
    expect(body).toMatchObject({ code, fields: [{ field: 'file', code }] });
    expect(await app.rows('SELECT count(*)::int AS n FROM imports')).toEqual(before);
    expect(await app.rows('SELECT 1 FROM import_file_parts p LEFT JOIN imports i ON i.id = p.import_id WHERE i.id IS NULL')).toEqual([]);
  });

  it('refuses a file that is larger than 50 MB', async () => {
    const row = 'Matti;Virtanen\n';
    const { body } = await send(`a;b\n${row.repeat(Math.ceil((51 * 1024 * 1024) / row.length))}`).expect(413);
    expect(body.code).toBe('file_too_large');
  }, 30_000);

  it('refuses a request without a file', async () => {
    expect((await staff.post('/imports', { file: 'x' }).expect(400)).body.code).toBe('file_missing');
    const { body } = await staff.agent.post('/api/v1/imports').field('other', 'x').expect(400);
    expect(body.code).toBe('file_missing');
  });

  it('refuses a mapping that cannot be meant', async () => {
    const list = await upload('Nimi;Puhelin;Yritys\nA B;040 1234567;C');
    const bad = async (fields: object) => (await map(list, fields).expect(400)).body.fields?.[0];
    expect(await bad({ source: undefined })).toMatchObject({ field: 'source' });
    expect(await bad({ source: { kind: 'other' } })).toMatchObject({ field: 'source.what', code: 'required' });
    expect(await bad({ source: { kind: 'gossip' } })).toMatchObject({ field: 'source.kind' });
    expect(await bad({ columns: [{ index: 9, target: 'company.name' }] })).toMatchObject({ code: 'unknown_column' });
    expect(await bad({ columns: [{ index: 0, target: 'contact.shoeSize' }] })).toMatchObject({ field: 'columns.0.target' });
    expect(await bad({ columns: [{ index: 1, target: 'contact.phone' }] })).toMatchObject({ code: 'nothing_named' });
    expect(
      await bad({ columns: [{ index: 0, target: 'company.name' }, { index: 1, target: 'company.name' }] }),
    ).toMatchObject({ field: 'columns.1.target', code: 'taken_twice' });
    expect(await bad({ ownerId: '018f0000-0000-7000-8000-000000000000' })).toMatchObject({ field: 'ownerId' });
    expect(await bad({ delimiter: '¤' })).toMatchObject({ field: 'delimiter' });
  });

  it('goes one step after the other, and a new mapping asks for a new dry run', async () => {
    const list = await upload('Nimi;Puhelin\nYksi Askel;040 7654321\n');
    expect((await staff.post(`/imports/${list.id}/dry-runs`).expect(409)).body.code).toBe('mapping_needed');
    expect((await staff.post(`/imports/${list.id}/runs`).expect(409)).body.code).toBe('dry_run_needed');
    await check(list);
    expect((await map(list).expect(200)).body).toMatchObject({ status: 'mapping', summary: null, source: bought });
    expect((await staff.post(`/imports/${list.id}/runs`).expect(409)).body.code).toBe('dry_run_needed');
    await check(list);
    await run(list.id);
    for (const again of ['runs', 'dry-runs'])
      expect((await staff.post(`/imports/${list.id}/${again}`).expect(409)).body.code).toBe('import_is_over');
    expect((await map(list).expect(409)).body.code).toBe('import_is_over');
  });

  it('reads the file anew in another encoding or with another delimiter', async () => {
    const list = await upload('Nimi,Yritys,Oy\nA B,C,D\n');
    expect(list.delimiter).toBe(',');
    const { body } = await map(list, { delimiter: ';', encoding: 'iso-8859-15', columns: [{ index: 0, target: 'company.name' }] }).expect(200);
    expect(body).toMatchObject({ delimiter: ';', encoding: 'iso-8859-15', columns: [{ header: 'Nimi,Yritys,Oy', target: 'company.name' }] });
  });

  it('keeps the rows no longer than needed: deleting the import leaves who came in, and of an import never run nothing', async () => {
    const list = await upload('Nimi;Sähköposti\nPysyvä Pirkko;pirkko@p.example\nPysyvä Pirkko;pirkko@p.example\n');
    await check(list);
    await run(list.id);
    const [{ contactId }] = await rowsOf(list.id);
    expect(await app.rows('SELECT 1 FROM import_rows WHERE import_id = $1 AND record IS NOT NULL', [list.id])).toEqual([]);
    expect(await app.rows('SELECT 1 FROM import_file_parts WHERE import_id = $1', [list.id])).toEqual([]);
    await staff.delete(`/imports/${list.id}`).expect(204);
    expect(await rowsOf(list.id)).toEqual([]);
    const { body } = await staff.get(`/imports/${list.id}`).expect(200);
    expect(body).toMatchObject({ status: 'finished', summary: { imported: 1, duplicate: 1 }, rowsDeletedAt: expect.any(String) });
    expect(JSON.stringify(body)).not.toMatch(/pirkko/i);
    await staff.get(`/contacts/${contactId}`).expect(200);

    const unused = await upload('Nimi\nTurha Tauno\n');
    await staff.delete(`/imports/${unused.id}`).expect(204);
    await staff.get(`/imports/${unused.id}`).expect(404);
    expect(await app.rows('SELECT 1 FROM import_file_parts WHERE import_id = $1', [unused.id])).toEqual([]);
  });

  it('is written down step by step', async () => {
    const list = await upload('Nimi\nKirjattu Kalle\n');
    await check(list);
    await run(list.id);
    await staff.delete(`/imports/${list.id}`).expect(204);
    const events = await app.rows('SELECT action, actor_kind, fields FROM audit_events WHERE subject_id = $1 ORDER BY id', [list.id]);
    expect(events.map(({ action }) => action)).toEqual(['import.upload', 'import.map', 'import.check', 'import.run', 'import.finish', 'import.delete']);
    expect(events.every(({ actor_kind }) => actor_kind === 'user')).toBe(true);
  });

  it('is for everybody who may import, newest first, and for nobody else', async () => {
    const list = await upload('Nimi\nYhteinen Yrjö\n');
    const colleague = await app.signIn(admin);
    const { body } = await colleague.get('/imports?limit=2').expect(200);
    expect(body).toMatchObject({ items: [{ id: list.id }, {}], nextCursor: expect.any(String), total: expect.any(Number) });
    await colleague.get(`/imports/${list.id}`).expect(200);
    await app.stranger.get('/imports').expect(401);
    await app.stranger.get(`/imports/${list.id}/rows`).expect(401);
    await send('a\nb', 'x.csv', app.stranger).expect(401);
    await staff.get('/imports/018f0000-0000-7000-8000-000000000000').expect(404);
    await staff.get('/imports/nothing').expect(404);
    await staff.get(`/imports/${list.id}/rows?result=perhaps`).expect(400);
  });
});
