import {
  aContact,
  anInteraction,
  createTestApp,
  limitedUrl,
  type Caller,
  type TestApp,
} from '@seloste/testing';
import { Client } from 'pg';
import { acting, richRegister, telltale, type RichRegister } from './support/restricted-person.js';

/** Tables that may name a restricted person by id, or that the app's role does not read as such; each with its reason. */
const exempt: Record<string, string> = {
  audit_events: 'ids and names of fields: who did what stays provable (GDPR Art. 5(2)), for auditors',
  audit_pending: 'ids of audit events on their way into the chain',
  mail_messages:
    'the outbox delivers the notice to the person; the mailbox asks for the person by row-level security',
  erasures: 'that somebody is being forgotten, by id: for privacy officers, and counts for auditors',
  erasure_plans: 'names of tables and numbers, by id: for privacy officers',
  import_file_parts: 'the file as it was sent, of an import that is not over: no route shows it',
};

/** A table from which a path of foreign keys leads to a person. */
const tablesWithAPathToAPerson = `
  WITH RECURSIVE leads(oid) AS (
    SELECT 'contacts'::regclass::oid UNION
    SELECT k.conrelid FROM pg_constraint k JOIN leads ON k.confrelid = leads.oid WHERE k.contype = 'f'
  )
  SELECT c.relname AS table, c.relrowsecurity AS secured FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND (c.oid IN (SELECT oid FROM leads)
    OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname ~ 'contact_ids?$' AND NOT a.attisdropped)) ORDER BY 1`;

describe('a restricted person', () => {
  let app: TestApp;
  let register: RichRegister;
  let limited: Client;
  let officer: Caller;
  let staff: Caller;
  const restrict = (id: string) =>
    officer.put(`/contacts/${id}/restriction`, { reason: 'qvarn' }).expect(200);
  const lift = (id: string) =>
    officer
      .delete(`/contacts/${id}/restriction`)
      .send({ reason: 'klart', informed: { via: 'phone', on: '2026-01-01' } })
      .expect(200);
  const rowsOf = async (table: string, as: Client = limited): Promise<string[]> =>
    (await as.query<{ row: string }>(`SELECT t::text AS row FROM ${table} t`)).rows.map(({ row }) => row);

  beforeAll(async () => {
    app = await createTestApp();
    const admin = await app.setUp();
    register = await richRegister(app, admin);
    officer = register.callers.get('privacy_officer') as Caller;
    staff = register.callers.get('sales_manager') as Caller;
    limited = new Client({ connectionString: limitedUrl(app.database) });
    await limited.connect();
  });
  afterAll(async () => {
    await limited.end();
    await app.close();
  });

  it('has row-level security on every table from which a path leads to them', async () => {
    const tables = await app.rows<{ table: string; secured: boolean }>(tablesWithAPathToAPerson);
    expect(tables.length).toBeGreaterThan(10);
    const open = tables.filter(({ table, secured }) => !secured && !(table in exempt));
    expect(open.map(({ table }) => table)).toEqual([]);
  });

  it('is in no table that the application reads without saying that it acts as privacy officer', async () => {
    const { personId, meetingId } = register;
    const tables = await app.rows<{ table: string }>(
      `SELECT c.oid::regclass::text AS table FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
       AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'migrations' ORDER BY 1`,
    );
    const found = async () => {
      const holding: string[] = [];
      for (const { table } of tables)
        for (const row of await rowsOf(table))
          if (telltale.test(row) || row.includes(personId) || row.includes(meetingId)) holding.push(table);
      return [...new Set(holding)].filter((table) => !(table in exempt));
    };
    const before = await found();
    expect(before).toEqual(
      expect.arrayContaining(['contacts', 'contact_points', 'interactions', 'import_rows', 'search_words']),
    );
    await restrict(personId);
    expect(await found()).toEqual([]);
    await limited.query('BEGIN');
    await limited.query(`SELECT set_config('seloste.acts_as', 'privacy_officer', true)`);
    expect((await rowsOf('contacts')).join()).toMatch(telltale);
    expect((await rowsOf('interaction_revisions')).join()).toMatch(telltale);
    await limited.query('ROLLBACK');
    expect(await found()).toEqual([]);
    await lift(personId);
    // What a file's columns looked like is not worth keeping; the rest is back.
    expect(await found()).toEqual(expect.arrayContaining(before.filter((table) => table !== 'imports')));
  });

  it('cannot be changed even by who acts as privacy officer: storing is what is left', async () => {
    const { personId } = register;
    await restrict(personId);
    await limited.query('BEGIN');
    await limited.query(`SELECT set_config('seloste.acts_as', 'privacy_officer', true)`);
    const changed = await limited.query(`UPDATE contacts SET title = 'x' WHERE id = $1`, [personId]);
    const gone = await limited.query('DELETE FROM contact_points WHERE contact_id = $1', [personId]);
    expect([changed.rowCount, gone.rowCount]).toEqual([0, 0]);
    await expect(
      limited.query(
        `INSERT INTO contact_points (contact_id, kind, position, value, digest) VALUES ($1, 'email', 9, 'x', '')`,
        [personId],
      ),
    ).rejects.toMatchObject({ code: '23503' });
    await limited.query('ROLLBACK');
    await expect(
      limited.query('UPDATE contacts SET restricted = true WHERE NOT restricted'),
    ).rejects.toMatchObject({ code: '42501' });
    await lift(personId);
  });

  it('stays hidden on every connection of the pool, also after acts that failed', async () => {
    const { personId } = register;
    await restrict(personId);
    for (let i = 0; i < 30; i++) {
      const seen = officer.get(`/contacts/${personId}`).set(acting);
      const [, missing] = await Promise.all([
        i % 3 === 0
          ? officer.get('/contacts/01a207bb-e5b0-704d-8b14-000000000000').set(acting).expect(404)
          : seen,
        staff.get(`/contacts/${personId}`),
        staff.get('/contacts?q=qvarn').expect(200),
      ]);
      expect(missing.status).toBe(404);
    }
    await lift(personId);
  });

  it('takes colleagues and company with them only as far as what was said with both', async () => {
    const { personId, colleagueId, companyId, callId } = register;
    const timesOf = async () =>
      Promise.all(
        [`/contacts/${colleagueId}`, `/companies/${companyId}`].map(
          async (path) => (await staff.get(path).expect(200)).body.lastInteractionAt,
        ),
      );
    const later = (
      await staff.post('/interactions', anInteraction({ contactIds: [personId, colleagueId] })).expect(201)
    ).body;
    const before = await timesOf();
    expect(before).toEqual([later.occurredAt, later.occurredAt]);
    await restrict(personId);
    const timeline = (await staff.get(`/contacts/${colleagueId}/timeline`).expect(200)).body;
    expect(timeline.items.map(({ id }: { id: string }) => id)).toEqual([callId]);
    expect(await timesOf()).toEqual([timeline.items[0].occurredAt, timeline.items[0].occurredAt]);
    expect((await staff.get(`/companies/${companyId}`).expect(200)).body.contactCount).toBe(1);
    await lift(personId);
    expect(await timesOf()).toEqual(before);
  });

  it('leaves an interaction hidden while another of its people is restricted', async () => {
    const { personId, colleagueId, meetingId } = register;
    await Promise.all([restrict(personId), restrict(colleagueId)]);
    await lift(personId);
    await staff.get(`/interactions/${meetingId}`).expect(404);
    await lift(colleagueId);
    await staff.get(`/interactions/${meetingId}`).expect(200);
  });

  it('does not slip through when the restriction and an interaction come at the same moment', async () => {
    for (let i = 0; i < 12; i++) {
      const { id } = (await staff.post('/contacts', aContact()).expect(201)).body;
      const [created] = await Promise.all([
        staff.post('/interactions', anInteraction({ contactIds: [id], subject: `Kilpa ${i}` })),
        restrict(id),
        staff.post(
          '/interactions',
          anInteraction({ contactIds: [register.colleagueId, id], subject: `Kilpa ${i}` }),
        ),
      ]);
      expect([201, 400, 404]).toContain(created.status);
      const { rows } = await limited.query(`SELECT 1 FROM interactions WHERE subject = $1`, [`Kilpa ${i}`]);
      expect(rows).toEqual([]);
      const hits = (await staff.get(`/search?q=kilpa%20${i}&kind=interaction`).expect(200)).body.items ?? [];
      expect(hits.filter(({ title }: { title: string }) => title === `Kilpa ${i}`)).toEqual([]);
    }
  });
});
