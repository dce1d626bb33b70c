import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';

describe('finding the erasure of a person (V7)', () => {
  let app: TestApp;
  let officer: Caller;
  let auditor: Caller;
  let gone: string;
  let erasureId: string;

  beforeAll(async () => {
    app = await createTestApp();
    const admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    auditor = await app.signIn(admin, { roles: ['auditor'] });
    const company = (await admin.post('/companies', aCompany()).expect(201)).body;
    const people = await Promise.all(
      ['Lindqvist', 'Borgström', 'Åkerlund'].map(
        async (lastName) =>
          (await admin.post('/contacts', aContact({ lastName, companyId: company.id })).expect(201)).body.id,
      ),
    );
    [gone] = people;
    const plan = (await officer.post(`/contacts/${gone}/erasure-plans`).expect(201)).body;
    expect(plan.tables.every(({ what, table }: Record<string, string>) => what && what !== table)).toBe(true);
    const asked = { contactId: gone, planId: plan.id, ground: 'request' };
    erasureId = (await officer.post('/erasures', asked)).body.id;
  });
  afterAll(() => app.close());

  it('leads a privacy officer from the person to it, and says since when they are gone', async () => {
    const { body } = await officer.get(`/erasures?contactId=${gone}`).expect(200);
    expect(body.items).toEqual([expect.objectContaining({ id: erasureId, contactId: gone })]);
    const person = (await officer.get(`/contacts/${gone}`).expect(200)).body;
    expect(person.erasedAt).toEqual(body.items[0].executedAt);
  });

  it('tells those who only read counts of nobody whether they were erased', async () => {
    expect((await auditor.get('/erasures').expect(200)).body.items).toHaveLength(1);
    expect((await auditor.get(`/erasures?contactId=${gone}`).expect(200)).body.items).toEqual([]);
  });

  it('says in words what was done to each table', async () => {
    const { counts, done } = (await officer.get(`/erasures/${erasureId}`).expect(200)).body;
    expect(Object.fromEntries(done.map((row: { table: string }) => [row.table, true]))).toEqual(
      Object.fromEntries(Object.keys(counts).map((table) => [table, true])),
    );
    for (const { table, what, action, count } of done) {
      expect(what).not.toBe(table);
      expect(counts[table][action]).toBe(count);
    }
  });
});
