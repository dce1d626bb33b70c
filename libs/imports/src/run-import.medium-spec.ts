import { setTimeout as wait } from 'node:timers/promises';
import { createTestApp, purge, type Caller, type TestApp } from '@seloste/testing';
import { CheckImport } from './check-import.js';
import { ImportWork } from './import-work.js';
import { batchSize, RunImport } from './run-import.js';

/** People of `rows` rows, four to a company, every tenth row a mistake. */
const listOf = (tag: string, rows: number): string =>
  ['Etunimi;Sukunimi;Sähköposti;Yritys']
    .concat(
      Array.from({ length: rows }, (_, n) =>
        n % 10 === 9
          ? `Ei;Kelpaa;@;X`
          : `Aino;${tag}${n};${tag}${n}@x.example;${tag} ${Math.floor(n / 4)} Oy`,
      ),
    )
    .join('\n');

const monthAgo = () => new Date(Date.now() - 30 * 24 * 60 * 60 * 1000);

describe('an import', () => {
  let app: TestApp;
  let staff: Caller;

  beforeAll(async () => {
    // No queue works here: the specs call the work themselves, as often and as badly as they like.
    app = await createTestApp({ process: 'api' });
    staff = await app.signIn(await app.setUp());
  });
  afterAll(() => app.close());

  async function mapped(content: string): Promise<string> {
    const { body } = await staff.agent
      .post('/api/v1/imports')
      .attach('file', Buffer.from(content), 'lista.csv')
      .expect(201);
    const columns = body.columns.map(({ index, target }: { index: number; target: string }) => ({
      index,
      target,
    }));
    await staff
      .put(`/imports/${body.id}/mapping`, { columns, source: { kind: 'event', what: 'Messut' } })
      .expect(200);
    await staff.post(`/imports/${body.id}/dry-runs`).expect(202);
    return body.id;
  }

  async function checked(content: string): Promise<string> {
    const id = await mapped(content);
    await app.app.get(CheckImport).run(id);
    return id;
  }

  async function running(content: string): Promise<string> {
    const id = await checked(content);
    await staff.post(`/imports/${id}/runs`).expect(202);
    return id;
  }

  const get = async (id: string) => (await staff.get(`/imports/${id}`).expect(200)).body;
  const people = async (tag: string) =>
    (
      await app.rows<{ n: number; names: number }>(
        `SELECT count(*)::int AS n, count(DISTINCT last_name)::int AS names FROM contacts WHERE last_name LIKE $1`,
        [`${tag}%`],
      )
    )[0];

  it('goes on where it stood when its process dies between batches: no row twice, none lost', async () => {
    const id = await running(listOf('Katko', 3 * batchSize));
    const run = app.app.get(RunImport);
    await run.runBatch(id);
    const half = await get(id);
    expect(half).toMatchObject({ status: 'running', summary: { imported: batchSize } });
    expect(half.processed).toBeGreaterThan(batchSize);
    expect(await people('Katko')).toEqual({ n: batchSize, names: batchSize });
    await run.run(id);
    await run.run(id);
    const imported = 3 * batchSize * 0.9;
    expect(await get(id)).toMatchObject({
      status: 'finished',
      processed: 3 * batchSize,
      summary: { new: imported, error: 150, imported },
    });
    expect(await people('Katko')).toEqual({ n: imported, names: imported });
  });

  it('leaves nothing of a batch that dies half-way', async () => {
    const id = await running(listOf('Puoli', 20));
    const run = app.app.get(RunImport);
    await app.rows(
      `CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'gone' USING ERRCODE = '57P01'; END $$`,
    );
    await app.rows('CREATE TRIGGER die BEFORE INSERT ON employments FOR EACH ROW EXECUTE FUNCTION die()');
    await expect(run.run(id)).rejects.toThrow();
    expect(await people('Puoli')).toEqual({ n: 0, names: 0 });
    expect(await get(id)).toMatchObject({ status: 'running', processed: 0 });
    await app.rows('DROP TRIGGER die ON employments');
    await run.run(id);
    expect(await people('Puoli')).toEqual({ n: 18, names: 18 });
  });

  it('makes an error of the one row that the database refuses, and brings in the others', async () => {
    const id = await running(listOf('Hylky', 20));
    await app.rows(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.last_name = 'Hylky7' THEN RAISE EXCEPTION 'no' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$`);
    await app.rows('CREATE TRIGGER refuse BEFORE INSERT ON contacts FOR EACH ROW EXECUTE FUNCTION refuse()');
    await app.app.get(RunImport).run(id);
    await app.rows('DROP TRIGGER refuse ON contacts');
    expect(await get(id)).toMatchObject({ status: 'finished', summary: { new: 17, error: 3, imported: 17 } });
    const { body } = await staff.get(`/imports/${id}/rows?result=error`).expect(200);
    expect(body.items[0]).toMatchObject({ row: 9, reasons: [{ code: 'could_not_save' }] });
    expect(await people('Hylky')).toEqual({ n: 17, names: 17 });
    const lonely = await app.rows(
      `SELECT 1 FROM companies c WHERE name LIKE 'Hylky%' AND NOT EXISTS (SELECT 1 FROM contacts WHERE company_id = c.id)`,
    );
    expect(lonely).toEqual([]);
  });

  it('may be run by several processes at once', async () => {
    const id = await running(listOf('Kaksi', 2 * batchSize));
    const other = await createTestApp({ database: app.database, process: 'api' });
    try {
      await Promise.all([app, other, app].map((process) => process.app.get(RunImport).run(id)));
    } finally {
      await other.close();
    }
    expect(await people('Kaksi')).toEqual({ n: 900, names: 900 });
    const companies = await app.rows(
      `SELECT count(*)::int AS n, count(DISTINCT name)::int AS names FROM companies WHERE name LIKE 'Kaksi%'`,
    );
    expect(companies).toEqual([{ n: 250, names: 250 }]);
  });

  it('brings nobody in twice when two files with the same people run at once', async () => {
    const content = listOf('Sama', 100);
    const ids = [await running(content), await running(content)];
    await Promise.all(ids.map((id) => app.app.get(RunImport).run(id)));
    expect(await people('Sama')).toEqual({ n: 90, names: 90 });
    const summaries = await Promise.all(ids.map(async (id) => (await get(id)).summary));
    expect(summaries.map(({ imported }) => imported).sort()).toEqual([0, 90]);
  });

  it('is checked by one process at a time, and by another when that one has died', async () => {
    const id = await mapped(listOf('Tarkas', 50));
    const check = app.app.get(CheckImport);
    await app.rows(`UPDATE imports SET attempt = 1, progressed_at = now() WHERE id = $1`, [id]);
    await check.run(id);
    expect(await get(id)).toMatchObject({ status: 'checking', summary: null });
    await app.rows(`UPDATE imports SET progressed_at = now() - interval '1 minute' WHERE id = $1`, [id]);
    await Promise.all([check.run(id), check.run(id)]);
    expect(await get(id)).toMatchObject({ status: 'checked', processed: 50, summary: { new: 45, error: 5 } });
  });

  it('is taken up again by a working process that finds it lying', async () => {
    const id = await running(listOf('Lepo', 30));
    await app.rows(`UPDATE imports SET requested_at = now() - interval '1 minute' WHERE id = $1`, [id]);
    await app.rows(`DELETE FROM pgboss.job WHERE name = 'imports.run'`);
    const worker = await createTestApp({ database: app.database, process: 'worker' });
    try {
      await worker.app.get(ImportWork).sweep();
      for (let i = 0; i < 100 && (await get(id)).status === 'running'; i++) await wait(100);
      expect(await get(id)).toMatchObject({ status: 'finished', summary: { imported: 27 } });
    } finally {
      await worker.close();
    }
  });

  it('fails when its file is no longer whole', async () => {
    const id = await mapped(listOf('Vajaa', 10));
    await app.rows('DELETE FROM import_file_parts WHERE import_id = $1', [id]);
    await app.app.get(CheckImport).run(id);
    expect(await get(id)).toMatchObject({ status: 'failed', failure: 'file_unreadable' });
  });

  it('loses its rows thirty days later, and one that was never run goes altogether', async () => {
    const done = await running(listOf('Vanha', 10));
    await app.app.get(RunImport).run(done);
    const idle = await checked(listOf('Unohdus', 10));
    const fresh = await checked(listOf('Tuore', 10));
    await app.rows(
      `UPDATE imports SET created_at = now() - interval '31 days', finished_at = finished_at - interval '31 days' WHERE id = ANY($1)`,
      [[done, idle]],
    );
    await purge(app, 'imports', monthAgo());
    expect(await app.rows('SELECT 1 FROM import_rows WHERE import_id = ANY($1)', [[done, idle]])).toEqual([]);
    expect(await get(done)).toMatchObject({
      status: 'finished',
      rowsDeletedAt: expect.any(String),
      summary: { imported: 9 },
    });
    await staff.get(`/imports/${idle}`).expect(404);
    expect(await get(fresh)).toMatchObject({ status: 'checked' });
    expect(await people('Vanha')).toEqual({ n: 9, names: 9 });
    await purge(app, 'imports', monthAgo());
  });
});
