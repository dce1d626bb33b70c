import { setTimeout as wait } from 'node:timers/promises';
import { createTestApp, databaseOf, type Caller, type TestApp } from '@seloste/testing';
import { aMailing, aSegment, aTemplate } from './support/mailings.js';
import { putIntoTeam } from './support/teams.js';

/** A statement that the application sent, as the driver got it. */
interface Statement {
  text: string;
  values: unknown[];
}

/** One more person than is counted. */
const volume = 10_001;
const companies = 2_000;
const owners = 40;

/** A register of some size, in which every list has many pages and every filter finds something. */
const seed = `
  INSERT INTO users (id, name, email, language, created_at, updated_at)
  SELECT gen_random_uuid(), 'Omistaja ' || i, 'omistaja' || i || '@havukka.example', 'fi', now(), now() FROM generate_series(1, ${owners}) i;
  INSERT INTO companies (id, name, relationship_status, industry_code, legal_form, owner_id, source_kind, source_on, created_at, updated_at)
  SELECT gen_random_uuid(), 'Yritys ' || md5(i::text), (ARRAY['prospect','customer','former','partner'])[1 + i % 4], '62' || (100 + i % 30),
    'limited_company', (SELECT id FROM users ORDER BY random() + i LIMIT 1), 'public_register', '2026-01-01', now() - i * interval '1 minute', now()
  FROM generate_series(1, ${companies}) i;
  BEGIN;
  WITH numbered AS (SELECT id, row_number() OVER () AS n FROM companies)
  INSERT INTO contacts (id, first_name, last_name, language, area_of_responsibility, company_id, owner_id, retention_ground, retention_review_on, created_at, updated_at, last_interaction_at)
  SELECT gen_random_uuid(), 'Etu' || i % 300, 'Suku' || md5((i % 9000)::text), (ARRAY['fi','sv','en'])[1 + i % 3], 'Alue ' || i % 40, numbered.id,
    (SELECT id FROM users ORDER BY random() + i LIMIT 1), 'relationship', '2027-01-01', now() - i * interval '1 minute', now(),
    CASE WHEN i % 2 = 0 THEN now() - i * interval '1 hour' END
  FROM generate_series(1, ${volume}) i JOIN numbered ON numbered.n = 1 + i % ${companies};
  INSERT INTO contact_sources (id, contact_id, kind, collected_on, recorded_at) SELECT gen_random_uuid(), id, 'event', '2026-01-01', now() FROM contacts;
  INSERT INTO contact_points (contact_id, kind, position, value, digest)
  SELECT id, 'email', 0, id || '@example.com', sha256(convert_to(id::text, 'UTF8')) FROM contacts;
  INSERT INTO interactions (id, type, occurred_at, subject, company_id, author_id, created_at)
  SELECT gen_random_uuid(), 'call', now() - i * interval '1 minute', 'Aihe ' || i, (SELECT id FROM companies LIMIT 1 OFFSET i % 50), (SELECT id FROM users LIMIT 1), now()
  FROM generate_series(1, 5000) i;
  INSERT INTO interaction_participants (interaction_id, contact_id, position, occurred_at)
  SELECT i.id, c.id, 0, i.occurred_at FROM (SELECT id, occurred_at, row_number() OVER () AS n FROM interactions) i
  JOIN (SELECT id, row_number() OVER () AS n FROM contacts LIMIT 200) c ON c.n = 1 + i.n % 200;
  COMMIT;
  ANALYZE`;

const importedRows = `
  WITH list AS (
    INSERT INTO imports (id, file_name, encoding, delimiter, has_header, width, row_count, columns, status, created_at)
    VALUES (gen_random_uuid(), 'lista.csv', 'utf-8', ';', true, 2, ${volume}, '[]', 'finished', now()) RETURNING id)
  INSERT INTO import_rows (import_id, line, result, reasons, name, email)
  SELECT list.id, i, 'new', '[]', 'Rivi ' || i, 'rivi' || i || '@tuonti.example' FROM list, generate_series(1, ${volume}) i`;

describe('the cost of a request grows with the page, not with the register', () => {
  let app: TestApp;
  let staff: Caller;
  const sent: Statement[] = [];
  /** How often a look was put on record. */
  let records = 0;

  beforeAll(async () => {
    app = await createTestApp({ process: 'api' }); // nothing else runs beside the requests
    staff = await app.setUp(); // a sales manager among other things: sees everybody
    for (const statement of seed.split(';\n')) await app.rows(statement);
    listen();
    await staff.get('/me').expect(200);
  });
  afterAll(() => app.close());

  /**
   * Notes every statement that the pool is given, but for who is signed in and where days begin, which are read anew every
   * few seconds, and for the record of the look, which simultaneous requests share.
   */
  function listen(): void {
    const pool = databaseOf(app).pool;
    const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
    pool.query = ((config: unknown, ...rest: unknown[]) => {
      const { text, values = [] } = config as Statement;
      if (text.includes('INSERT INTO audit_events')) records += 1;
      else if (!/FROM (sessions|audit_pending|controllers$)/.test(text)) sent.push({ text, values });
      return query(config, ...rest);
    }) as typeof pool.query;
  }

  async function statementsOf(
    path: string,
    caller = staff,
  ): Promise<{
    statements: Statement[];
    body: { items: unknown[]; nextCursor: string; total: number | null };
  }> {
    sent.length = 0;
    const { body } = await caller.get(path).expect(200);
    return { statements: [...sent], body };
  }

  async function planOf({ text, values }: Statement): Promise<string> {
    const rows = await app.rows<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  const ids = async (table: string): Promise<string> =>
    (
      await app.rows<{ id: string }>(
        `SELECT id FROM ${table} ORDER BY last_interaction_at NULLS LAST LIMIT 1`,
      )
    )[0]?.id ?? '';

  it.each([
    '/contacts?limit=5',
    '/contacts?limit=200',
    '/companies?limit=5',
    '/companies?limit=200',
    '/interactions?limit=200',
  ])('two statements at the most, however many rows: %s', async (path) => {
    const { statements, body } = await statementsOf(path);
    expect(body.items.length).toBeGreaterThanOrEqual(5);
    expect(statements.length).toBeLessThanOrEqual(2);
  });

  it.each(['/contacts', '/contacts/:id', '/companies', '/companies/:id'])(
    'one statement more to put a look on record: GET %s',
    async (path) => {
      const id = path.endsWith(':id') ? await ids(path.includes('contacts') ? 'contacts' : 'companies') : '';
      const before = records;
      await staff.get(path.replace(':id', id)).expect(200);
      expect(records - before).toBe(1);
    },
  );

  it('rows of files that tell of somebody are looked up, however many rows there are', async () => {
    await app.rows(importedRows);
    await app.rows('ANALYZE import_rows');
    const [person] = await app.rows<{ id: string }>(
      `UPDATE contact_points p SET value = 'rivi777@tuonti.example' FROM contacts c
       WHERE c.id = p.contact_id AND c.id = (SELECT id FROM contacts LIMIT 1) RETURNING c.id`,
    );
    await app.rows('BEGIN');
    const found = await app.rows('SELECT line FROM import_rows_of($1)', [person?.id]);
    const [read] = await app.rows(
      `SELECT seq_scan::int AS whole FROM pg_stat_xact_user_tables WHERE relname = 'import_rows'`,
    );
    await app.rows('COMMIT');
    expect(found).toEqual([{ line: 777 }]);
    expect(read).toEqual({ whole: 0 });
  });

  it('one statement for a person, and one or two for a timeline', async () => {
    const id = await ids('contacts');
    expect((await statementsOf(`/contacts/${id}`)).statements).toHaveLength(1);
    expect((await statementsOf(`/contacts/${id}/timeline?limit=20`)).statements.length).toBeLessThanOrEqual(
      2,
    );
  });

  const sorts = ['name', '-name', 'createdAt', '-createdAt', 'lastInteractionAt', '-lastInteractionAt'];
  const lists = ['contacts', 'companies'].flatMap((noun) => sorts.map((sort) => `/${noun}?sort=${sort}`));
  const filters = [
    '/contacts?language=sv',
    '/contacts?areaOfResponsibility=Alue%207',
    '/contacts?archived=true',
    '/companies?status=partner',
    '/companies?archived=true',
  ];

  it('a later page of who is to be told begins in the index where the page before ended', async () => {
    const officer = await app.signIn(staff, { roles: ['privacy_officer'] });
    const { body } = await statementsOf('/notice-duties?limit=5', officer);
    expect(body.items).toHaveLength(5);
    const later = await statementsOf(`/notice-duties?limit=5&cursor=${body.nextCursor}`, officer);
    expect(later.body.items).toHaveLength(5);
    const page = later.statements.find(({ text }) => text.includes('FROM notice_duties'));
    expect(page && (await planOf(page))).toMatch(/Index Cond: \(ROW\(due_on, id\) > ROW\(/);
  });

  it('who goes soon is read and counted by day, and of one owner by owner', async () => {
    const [owner] = await app.rows<{ id: string }>(
      `SELECT id FROM users WHERE name LIKE 'Omistaja%' LIMIT 1`,
    );
    for (const [path, index] of [
      ['/retention/forecast', /contacts_due /],
      [`/retention/forecast?ownerId=${owner?.id}`, /contacts_due_by_owner /],
    ] as const) {
      const { statements } = await statementsOf(path);
      const ofPeople = statements.filter(({ text }) => text.includes('FROM contacts c'));
      expect(ofPeople).toHaveLength(2);
      for (const statement of ofPeople) expect(await planOf(statement)).toMatch(index);
    }
  });

  it.each([...lists, ...filters])(
    'no list reads the whole table, on the first page or a later one: GET %s',
    async (path) => {
      const { statements, body } = await statementsOf(path);
      const page = statements[0];
      expect(page && (await planOf(page))).not.toMatch(/Seq Scan on (contacts|companies|interactions) /);
      if (!body.nextCursor) return;
      const later = await statementsOf(`${path}&cursor=${body.nextCursor}`);
      expect(later.statements).toHaveLength(1);
      expect(later.statements[0] && (await planOf(later.statements[0]))).not.toMatch(
        /Seq Scan on (contacts|companies|interactions) /,
      );
    },
  );

  describe('for somebody who does not see everybody', () => {
    const callers: Record<string, Caller> = {};
    // The order of what last happened at companies is for who sees everything that did.
    const isTheirs = (path: string) => !/^\/companies\?sort=-?lastInteractionAt$/.test(path);

    beforeAll(async () => {
      for (const [name, roles] of Object.entries({
        'a salesperson in a team of eight': ['salesperson'],
        support: ['support'],
        'a salesperson who is a marketer': ['salesperson', 'marketer'],
      })) {
        const caller = await app.signIn(staff, { roles });
        await putIntoTeam(app, caller, name);
        await app.rows(
          `INSERT INTO team_members (id, team_id, user_id, joined_at)
           SELECT gen_random_uuid(), t.id, u.id, now() FROM teams t, (SELECT id FROM users WHERE name LIKE 'Omistaja%' ORDER BY id LIMIT 7) u WHERE t.name = $1`,
          [name],
        );
        callers[name] = caller;
      }
      await app.rows('ANALYZE');
      await wait(100); // until the application has heard of the teams
    });

    const cases = ['a salesperson in a team of eight', 'support', 'a salesperson who is a marketer'].flatMap(
      (name) => [...lists, ...filters].filter(isTheirs).map((path) => [name, path] as const),
    );

    it.each(cases)(
      'no list reads everybody, on the first page or a later one: %s, GET %s',
      async (name, path) => {
        const first = await statementsOf(path, callers[name]);
        expect(first.statements.length).toBeLessThanOrEqual(2);
        const later = first.body.nextCursor
          ? await statementsOf(`${path}&cursor=${first.body.nextCursor}`, callers[name])
          : { statements: [] };
        for (const page of [first.statements[0], ...later.statements])
          expect(page && (await planOf(page))).not.toMatch(/Seq Scan on contacts /);
      },
    );

    it('a person is one statement, whoever looks', async () => {
      for (const caller of Object.values(callers)) {
        const [item] = (await statementsOf('/contacts?limit=1', caller)).body.items as { id: string }[];
        expect((await statementsOf(`/contacts/${item?.id}`, caller)).statements).toHaveLength(1);
      }
    });
  });

  it('the people of a mailing are decided about once for the counts, and not again where the filters find nobody', async () => {
    const templateId = await aTemplate(staff);
    const { id } = await aMailing(staff, { templateId, segmentId: await aSegment(staff, {}) });
    const decidingOn = async (query: string) => {
      const { statements, body } = await statementsOf(`/mailings/${id}/audience?limit=5${query}`);
      const deciding = statements.filter(({ text }) => text.includes('permission_decisions_of'));
      return {
        deciding: deciding.length,
        items: body.items.length,
        total: body.total,
        next: body.nextCursor,
      };
    };
    const nobody = { deciding: 1, items: 0, total: 0, next: null };
    expect(await decidingOn('&code=company_objected')).toEqual(nobody);
    expect(await decidingOn('&code=objected&included=true')).toEqual(nobody);
    expect(await decidingOn('')).toMatchObject({ deciding: 2, items: 5, total: volume });
  });

  it('counts to ten thousand and no further', async () => {
    expect((await statementsOf('/contacts')).body.total).toBeNull();
    expect((await statementsOf('/companies')).body.total).toBe(companies);
  });

  it('no timeline reads the whole table', async () => {
    for (const noun of ['contacts', 'companies']) {
      const [page] = (await statementsOf(`/${noun}/${await ids(noun)}/timeline?limit=20`)).statements;
      expect(page && (await planOf(page))).not.toMatch(/Seq Scan on interaction/);
    }
  });
});
