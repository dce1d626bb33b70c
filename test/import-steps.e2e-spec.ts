import { setTimeout as wait } from 'node:timers/promises';
import { createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { bought, ImportSteps } from './support/import-steps.js';

describe('/imports: one step after the other', () => {
  let app: TestApp;
  let admin: Caller;
  let staff: Caller;
  let steps: ImportSteps;

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    staff = await app.signIn(admin);
    steps = new ImportSteps(staff);
  });
  afterAll(() => app.close());

  it.each([
    ['nothing', '', 400, 'file_empty'],
    ['headings alone', 'Nimi;Puhelin\n', 400, 'file_header_only'],
    ['an XLSX workbook', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), 400, 'file_is_spreadsheet'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 400, 'file_is_binary'],
    ['300 columns', `${'a;'.repeat(300)}\n1`, 400, 'file_too_many_columns'],
    ['a quotation mark that is never closed', 'a;b\n"1;2\n3;4', 400, 'file_unreadable'],
  ])('refuses %s and keeps nothing of it', async (_, content, status, code) => {
    const before = await app.rows('SELECT count(*)::int AS n FROM imports');
    const { body } = await steps.send(content).expect(status);
    expect(body).toMatchObject({ code, fields: [{ field: 'file', code }] });
    expect(await app.rows('SELECT count(*)::int AS n FROM imports')).toEqual(before);
    expect(
      await app.rows(
        'SELECT 1 FROM import_file_parts p LEFT JOIN imports i ON i.id = p.import_id WHERE i.id IS NULL',
      ),
    ).toEqual([]);
  });

  it('refuses a file that is larger than 50 MB', async () => {
    const row = 'Matti;Virtanen\n';
    const { body } = await steps
      .send(`a;b\n${row.repeat(Math.ceil((51 * 1024 * 1024) / row.length))}`)
      .expect(413);
    expect(body.code).toBe('file_too_large');
  }, 30_000);

  it('refuses one that turns out larger only while it comes', async () => {
    const upload = staff.agent.post('/api/v1/imports').type('multipart/form-data; boundary=x');
    upload.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n');
    const megabyte = 'Nimi ja toinen\n'.repeat(70_000);
    for (let n = 0; n < 51; n++) upload.write(megabyte);
    upload.write('\r\n--x--\r\n');
    expect((await upload.expect(413)).body.code).toBe('file_too_large');
    expect(await app.rows('SELECT 1 FROM import_file_parts')).toEqual([]);
  }, 60_000);

  it('keeps nothing of an upload whose sender went away', async () => {
    const upload = staff.agent.post('/api/v1/imports').type('multipart/form-data; boundary=x');
    upload.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n');
    upload.write('Nimi\n'.repeat(100_000));
    const received = () => app.rows(`SELECT 1 FROM imports WHERE status = 'receiving'`);
    while ((await received()).length === 0) await wait(20);
    upload.abort();
    for (let i = 0; i < 100 && (await received()).length > 0; i++) await wait(50);
    expect(await received()).toEqual([]);
    expect(await app.rows('SELECT 1 FROM import_file_parts')).toEqual([]);
  });

  it('refuses a request without a file', async () => {
    expect((await staff.post('/imports', { file: 'x' }).expect(400)).body.code).toBe('file_missing');
    const { body } = await staff.agent.post('/api/v1/imports').field('other', 'x').expect(400);
    expect(body.code).toBe('file_missing');
  });

  it('refuses a mapping that cannot be meant', async () => {
    const list = await steps.upload('Nimi;Puhelin;Yritys\nA B;040 1234567;C');
    const bad = async (fields: object) => (await steps.map(list, fields).expect(400)).body.fields?.[0];
    expect(await bad({ source: undefined })).toMatchObject({ field: 'source' });
    expect(await bad({ source: { kind: 'other' } })).toMatchObject({
      field: 'source.what',
      code: 'required',
    });
    expect(await bad({ source: { kind: 'gossip' } })).toMatchObject({ field: 'source.kind' });
    expect(await bad({ columns: [{ index: 9, target: 'company.name' }] })).toMatchObject({
      code: 'unknown_column',
    });
    expect(await bad({ columns: [{ index: 0, target: 'contact.shoeSize' }] })).toMatchObject({
      field: 'columns.0.target',
    });
    expect(await bad({ columns: [{ index: 1, target: 'contact.phone' }] })).toMatchObject({
      code: 'nothing_named',
    });
    expect(
      await bad({
        columns: [
          { index: 0, target: 'company.name' },
          { index: 1, target: 'company.name' },
        ],
      }),
    ).toMatchObject({ field: 'columns.1.target', code: 'taken_twice' });
    expect(await bad({ ownerId: '018f0000-0000-7000-8000-000000000000' })).toMatchObject({
      field: 'ownerId',
    });
    expect(await bad({ delimiter: '¤' })).toMatchObject({ field: 'delimiter' });
  });

  it('goes one step after the other, and a new mapping asks for a new dry run', async () => {
    const list = await steps.upload('Nimi;Puhelin\nYksi Askel;040 7654321\n');
    expect((await staff.post(`/imports/${list.id}/dry-runs`).expect(409)).body.code).toBe('mapping_needed');
    expect((await staff.post(`/imports/${list.id}/runs`).expect(409)).body.code).toBe('dry_run_needed');
    await steps.check(list);
    expect((await steps.map(list).expect(200)).body).toMatchObject({
      status: 'mapping',
      summary: null,
      source: bought,
    });
    expect((await staff.post(`/imports/${list.id}/runs`).expect(409)).body.code).toBe('dry_run_needed');
    await steps.check(list);
    await steps.run(list.id);
    for (const again of ['runs', 'dry-runs'])
      expect((await staff.post(`/imports/${list.id}/${again}`).expect(409)).body.code).toBe('import_is_over');
    expect((await steps.map(list).expect(409)).body.code).toBe('import_is_over');
  });

  it('reads the file anew in another encoding or with another delimiter', async () => {
    const list = await steps.upload('Nimi,Yritys,Oy\nA B,C,D\n');
    expect(list.delimiter).toBe(',');
    const { body } = await steps
      .map(list, {
        delimiter: ';',
        encoding: 'iso-8859-15',
        columns: [{ index: 0, target: 'company.name' }],
      })
      .expect(200);
    expect(body).toMatchObject({
      delimiter: ';',
      encoding: 'iso-8859-15',
      columns: [{ header: 'Nimi,Yritys,Oy', target: 'company.name' }],
    });
  });

  it('takes the first row for headings or for data, as the user says', async () => {
    const list = await steps.upload('Matti,Virtanen\nÅsa,Öst\n');
    expect(list).toMatchObject({ hasHeader: true, rowCount: 1 });
    const columns = [
      { index: 0, target: 'contact.firstName' },
      { index: 1, target: 'contact.lastName' },
    ];
    const { body } = await steps.map(list, { columns, hasHeader: false }).expect(200);
    expect(body).toMatchObject({ hasHeader: false, rowCount: 2, columns: [{ header: '' }, { header: '' }] });
    expect((await steps.check({ ...list, columns })).summary).toMatchObject({ new: 2 });
  });

  it('keeps the rows no longer than needed: deleting the import leaves who came in, and of an import never run nothing', async () => {
    const list = await steps.upload(
      'Nimi;Sähköposti\nPysyvä Pirkko;pirkko@p.example\nPysyvä Pirkko;pirkko@p.example\n',
    );
    await steps.check(list);
    await steps.run(list.id);
    const [{ contactId }] = await steps.rows(list.id);
    expect(
      await app.rows('SELECT 1 FROM import_rows WHERE import_id = $1 AND record IS NOT NULL', [list.id]),
    ).toEqual([]);
    expect(await app.rows('SELECT 1 FROM import_file_parts WHERE import_id = $1', [list.id])).toEqual([]);
    await staff.delete(`/imports/${list.id}`).expect(204);
    expect(await steps.rows(list.id)).toEqual([]);
    const { body } = await staff.get(`/imports/${list.id}`).expect(200);
    expect(body).toMatchObject({
      status: 'finished',
      summary: { imported: 1, duplicate: 1 },
      rowsDeletedAt: expect.any(String),
    });
    expect(JSON.stringify(body)).not.toMatch(/pirkko/i);
    await staff.get(`/contacts/${contactId}`).expect(200);

    const unused = await steps.upload('Nimi\nTurha Tauno\n');
    await staff.delete(`/imports/${unused.id}`).expect(204);
    await staff.get(`/imports/${unused.id}`).expect(404);
    expect(await app.rows('SELECT 1 FROM import_file_parts WHERE import_id = $1', [unused.id])).toEqual([]);
  });

  it('is written down step by step', async () => {
    const list = await steps.upload('Nimi\nKirjattu Kalle\n');
    await steps.check(list);
    await steps.run(list.id);
    await staff.delete(`/imports/${list.id}`).expect(204);
    const events = await app.rows(
      'SELECT action, actor_kind, fields FROM audit_events WHERE subject_id = $1 ORDER BY id',
      [list.id],
    );
    expect(events.map(({ action }) => action)).toEqual([
      'import.upload',
      'import.map',
      'import.check',
      'import.run',
      'import.finish',
      'import.delete',
    ]);
    expect(events.every(({ actor_kind }) => actor_kind === 'user')).toBe(true);
  });

  it('is for everybody who may import, newest first, and for nobody else', async () => {
    const list = await steps.upload('Nimi\nYhteinen Yrjö\n');
    const colleague = await app.signIn(admin);
    const { body } = await colleague.get('/imports?limit=2').expect(200);
    expect(body).toMatchObject({
      items: [{ id: list.id }, {}],
      nextCursor: expect.any(String),
      total: expect.any(Number),
    });
    await colleague.get(`/imports/${list.id}`).expect(200);
    await app.stranger.get('/imports').expect(401);
    await app.stranger.get(`/imports/${list.id}/rows`).expect(401);
    await new ImportSteps(app.stranger).send('a\nb').expect(401);
    await staff.get('/imports/018f0000-0000-7000-8000-000000000000').expect(404);
    await staff.get('/imports/nothing').expect(404);
    await staff.get(`/imports/${list.id}/rows?result=perhaps`).expect(400);
  });
});
