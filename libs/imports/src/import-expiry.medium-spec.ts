import { newId } from '@seloste/kernel';
import { createTestApp, purge, type Caller, type TestApp } from '@seloste/testing';

const daysKept = 30;

describe('an import whose time is up', () => {
  let app: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
  });
  afterAll(() => app.close());

  /** An import with one row and a piece of its file, made `age` days ago. */
  async function anImport(status: string, age: number): Promise<string> {
    const id = newId();
    await app.rows(
      `INSERT INTO imports (id, file_name, encoding, delimiter, has_header, width, row_count, columns, status, progressed_at,
         requested_at, created_at, started_at, finished_at)
       SELECT $1, 'lista.csv', 'utf-8', ';', true, 1, 1, '[{"index": 0, "header": "Nimi", "samples": ["Aino"]}]', $2, now(),
         now(), at, CASE WHEN $2 IN ('running', 'finished') THEN at END, CASE WHEN $2 = 'finished' THEN at END
       FROM (SELECT now() - make_interval(days => $3) AS at) AS made`,
      [id, status, age],
    );
    await app.rows(`INSERT INTO import_file_parts VALUES ($1, 0, 'Nimi')`, [id]);
    await app.rows(
      `INSERT INTO import_rows (import_id, line, result, reasons, name) VALUES ($1, 2, 'error', '[]', 'Aino')`,
      [id],
    );
    return id;
  }

  const expire = () => purge(app, 'imports', new Date(Date.now() - daysKept * 24 * 60 * 60 * 1000));

  const rest = async (id: string) => ({
    imports: await app.rows('SELECT columns FROM imports WHERE id = $1', [id]),
    rows: (await app.rows('SELECT 1 FROM import_rows WHERE import_id = $1', [id])).length,
    parts: (await app.rows('SELECT 1 FROM import_file_parts WHERE import_id = $1', [id])).length,
  });

  it('loses its rows, its file and its samples; one that was never run goes altogether (GDPR 5(1)(e))', async () => {
    const [finished, unused, young] = [
      await anImport('finished', daysKept + 1),
      await anImport('mapping', daysKept + 1),
      await anImport('finished', daysKept - 1),
    ];
    await expire();
    expect(await rest(finished)).toEqual({
      imports: [{ columns: [{ index: 0, header: 'Nimi', samples: [] }] }],
      rows: 0,
      parts: 0,
    });
    expect(await rest(unused)).toEqual({ imports: [], rows: 0, parts: 0 });
    expect(await rest(young)).toMatchObject({ imports: [{}], rows: 1, parts: 1 });
    const events = await app.rows(
      `SELECT subject_id, actor_kind FROM audit_events WHERE action = 'import.expire'`,
    );
    expect(events).toHaveLength(2);
    expect(events).toContainEqual({ subject_id: finished, actor_kind: 'system' });
  });

  it('is left alone while it is worked on, by the clock and by people', async () => {
    const id = await anImport('checking', daysKept + 1);
    await expire();
    for (const answer of [admin.delete(`/imports/${id}`), admin.post(`/imports/${id}/runs`)])
      expect((await answer.expect(409)).body.code).toBe('import_is_busy');
    expect(await rest(id)).toMatchObject({ imports: [{}], rows: 1, parts: 1 });
  });
});
