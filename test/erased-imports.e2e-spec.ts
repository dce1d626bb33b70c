import { Erasures } from '@seloste/erasure';
import type { RequestContext } from '@seloste/kernel';
import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { ImportSteps } from './support/import-steps.js';
import { make } from './support/two-teams.js';

const nightly: RequestContext = { actor: { kind: 'system', name: 'test' }, requestId: 'test' };
const header = 'Etunimi;Sukunimi;Sähköposti;Puhelin;Yritys';
const people = Array.from({ length: 12 }, (_, n) => ({
  firstName: 'Aarne',
  lastName: `Poistola${n}`,
  email: `aarne.poistola${n}@gmail.com`,
  phone: `+35845700${1000 + n}`,
}));
const lines = people.map(({ firstName, lastName, email, phone }) =>
  [firstName, lastName, email.replace('aarne.', 'aar.ne.'), phone.replace('+358', '0'), 'Kotimaa Oy'].join(
    ';',
  ),
);

describe('a list with people who were erased (G8, C8)', () => {
  let app: TestApp;
  let staff: Caller;
  let steps: ImportSteps;
  const erasePerson = (contactId: string) =>
    app.app.get(Erasures).erase(nightly, { contactId, ground: 'by_hand' });

  beforeAll(async () => {
    app = await createTestApp();
    staff = await app.signIn(await app.setUp(), { roles: ['sales_manager'] });
    steps = new ImportSteps(staff);
    for (const { email, phone, ...name } of people.slice(0, 10))
      await erasePerson(
        await make(staff, '/contacts', aContact({ ...name, emails: [email], phones: [phone] })),
      );
  });
  afterAll(() => app.close());

  const count = async () => (await app.rows<{ n: number }>('SELECT count(*)::int AS n FROM contacts'))[0]?.n;
  const kept = async (id: string) =>
    JSON.stringify(
      await app.rows(
        `SELECT r::text FROM import_rows r WHERE import_id = $1 AND result = 'erased'
         UNION ALL SELECT f::text FROM import_file_parts f WHERE import_id = $1
         UNION ALL SELECT columns::text FROM imports WHERE id = $1`,
        [id],
      ),
    );

  it('does not come back as the address of a company, by a list, a form or an edit (design rule 6)', async () => {
    const address = 'aar.ne.poistola3@gmail.com';
    const list = await steps.upload(
      `Yritys;Yrityksen sähköposti\nPaluu Oy;${address}\nUusi Oy;info@uusi.example`,
    );
    expect((await steps.check(list)).summary).toMatchObject({ new: 1, erased: 1 });
    expect((await steps.run(list.id)).summary).toMatchObject({ erased: 1, imported: 1 });
    const isRefused = async (asked: Promise<{ status: number; body: object }>, field: string) => {
      const { status, body } = await asked;
      expect([status, body]).toMatchObject([
        409,
        { code: 'erased_address', fields: [{ field, code: 'erased_person' }] },
      ]);
      expect(JSON.stringify(body)).not.toContain('oistola');
    };
    await isRefused(staff.post('/companies', aCompany({ email: address })), 'email');
    const id = await make(staff, '/companies', aCompany({ email: 'info@kotimaa.example' }));
    const before = await app.rows('SELECT * FROM companies ORDER BY id');
    await isRefused(staff.patch(`/companies/${id}`, { email: address }), 'email');
    await isRefused(staff.patch(`/companies/${id}`, { billing: { email: address } }), 'billing.email');
    expect(await app.rows('SELECT * FROM companies ORDER BY id')).toEqual(before);
    await staff.patch(`/companies/${id}`, { email: 'myynti@kotimaa.example' }).expect(200);
  });

  it('says in the dry run who is not taken in and how many, and brings in the others alone', async () => {
    const before = await count();
    const list = await steps.upload([header, ...lines].join('\n'));
    expect((await steps.check(list)).summary).toEqual({
      new: 2,
      duplicate: 0,
      erased: 10,
      error: 0,
      imported: 0,
    });
    const rows = await steps.rows(list.id, '&result=erased');
    expect(rows).toHaveLength(10);
    for (const row of rows)
      expect(row).toMatchObject({
        ...{ result: 'erased', contactId: null, companyId: null, reasons: [{ code: 'erased' }] },
        preview: { name: null, email: null, company: null },
      });
    expect(await kept(list.id)).not.toMatch(/Poistola\d;|poistola\d@/);
    expect((await steps.run(list.id)).summary).toEqual({
      new: 2,
      duplicate: 0,
      erased: 10,
      error: 0,
      imported: 2,
    });
    expect(await kept(list.id)).not.toMatch(/oistola/);
    expect(await count()).toBe((before ?? 0) + 2);
    expect(await app.rows(`SELECT 1 FROM companies WHERE name = 'Kotimaa Oy'`)).toHaveLength(1);
  });

  it('says it of the whole list when the whole list comes again after everybody on it was erased', async () => {
    for (const { id } of await app.rows<{ id: string }>(
      `SELECT contact_id AS id FROM contact_points WHERE kind = 'email' AND value ~ 'poistola'`,
    ))
      await erasePerson(id);
    const before = await count();
    const list = await steps.upload([header, ...lines].join('\n'));
    expect((await steps.check(list)).summary).toMatchObject({ new: 0, duplicate: 0, erased: 12, error: 0 });
    await steps.run(list.id);
    expect(await count()).toBe(before);
  });

  it('leaves out who was erased between the dry run and the run, and keeps nothing of the row', async () => {
    const list = await steps.upload([header, 'Veera;Välissä;veera.valissa@havukka.example;;'].join('\n'));
    expect((await steps.check(list)).summary).toMatchObject({ new: 1, erased: 0 });
    // By another record of the same person, whose address the row has in the provider's other spelling.
    const digest = await make(staff, '/contacts', aContact({ emails: ['veera.valissa@havukka.example'] }));
    await app.rows(`UPDATE import_rows SET email = NULL, name = 'Veera' WHERE import_id = $1`, [list.id]);
    await app.rows(
      `INSERT INTO suppressions (id, kind, digest, channel, purpose, reason, since)
       SELECT gen_random_uuid(), kind, digest, 'all', 'all', 'erasure', now() FROM contact_points WHERE contact_id = $1 AND kind = 'email'`,
      [digest],
    );
    await app.rows('DELETE FROM contacts WHERE id = $1', [digest]);
    const before = await count();
    expect((await steps.run(list.id)).summary).toMatchObject({ new: 0, erased: 1, imported: 0 });
    expect(await count()).toBe(before);
    const [row] = await app.rows(
      'SELECT name, email, company, record FROM import_rows WHERE import_id = $1',
      [list.id],
    );
    expect(row).toEqual({ name: null, email: null, company: null, record: null });
  });
});
