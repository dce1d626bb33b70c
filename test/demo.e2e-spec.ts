import { roles } from '@seloste/kernel';
import { createTestApp, createTestDatabase, type TestApp, type TestDatabase } from '@seloste/testing';
import { seedDemo, type DemoLogins } from '../scripts/demo/seed.js';

describe('the demo', () => {
  let database: TestDatabase;
  let logins: DemoLogins | null;
  let test: TestApp;

  beforeAll(async () => {
    database = await createTestDatabase();
    logins = await seedDemo(database.url);
    test = await createTestApp({ database });
  });
  afterAll(() => test.close());

  const salesperson = () => logins?.users.find(({ roles }) => roles === 'salesperson');

  it('has somebody in every role, who can sign in and see today', async () => {
    const held = new Set(logins?.users.flatMap(({ roles: theirs }) => theirs.split(', ')));
    expect([...held].sort()).toEqual([...roles].sort());
    await test.stranger
      .post('/sessions', { email: salesperson()?.email, password: logins?.password })
      .expect(201);
    const { body } = await test.stranger.get('/today').expect(200);
    expect(body.counts).toMatchObject({ contacts: expect.any(Number), companies: expect.any(Number) });
    expect(body.sinceYesterday.length).toBeGreaterThan(5);
    expect(body.recentPeople.length).toBeGreaterThan(0);
  });

  it('can be searched, listed and read like any register', async () => {
    const { body: list } = await test.stranger.get('/contacts?status=customer&limit=3').expect(200);
    const [person] = list.items;
    const { body: contact } = await test.stranger.get(`/contacts/${person.id}`).expect(200);
    expect(contact.sources).toHaveLength(1);
    const { body: found } = await test.stranger
      .get(`/search?q=${encodeURIComponent(person.lastName)}`)
      .expect(200);
    expect(found.items.length).toBeGreaterThan(0);
  });

  it('keeps its promises on time: grounds were looked at, few are due, and last night somebody went', async () => {
    const officer = logins?.users.find(({ roles }) => roles === 'privacy_officer');
    await test.stranger.post('/sessions', { email: officer?.email, password: logins?.password }).expect(201);
    const { body: forecast } = await test.stranger.get('/retention/forecast?days=90').expect(200);
    expect(forecast.total).toBeGreaterThan(150);
    expect(forecast.byOwner.length).toBeGreaterThan(3);
    const [soon] = await test.rows(
      `SELECT count(*) FILTER (WHERE retention_due_on <= current_date)::int AS due, count(*) FILTER (WHERE retention_review_on <= current_date)::int AS late,
         count(*) FILTER (WHERE retention_review_on <= current_date + 7)::int AS week FROM contacts WHERE erased_at IS NULL`,
    );
    // Whose time ends today goes in the night: the people of a company or two, which depends on the day.
    expect(soon?.due).toBeLessThan(40);
    expect(soon?.late).toBeLessThan(12);
    expect(soon?.week).toBeGreaterThan(3);
    const { body: holds } = await test.stranger.get('/holds').expect(200);
    expect(holds.items).toHaveLength(3);
    const { body: runs } = await test.stranger.get('/retention/runs').expect(200);
    expect(runs.items).toMatchObject([{ kind: 'nightly', status: 'complete' }]);
    const { body: status } = await test.stranger.get('/retention/status').expect(200);
    expect(status.alarm).toBeNull();
  });

  it('has erased two people, with certificates that stand in the record of acts', async () => {
    const { body: erasures } = await test.stranger.get('/erasures').expect(200);
    expect(erasures.items.map(({ status }: { status: string }) => status)).toEqual(['complete', 'complete']);
    for (const { id } of erasures.items) {
      const { body: erasure } = await test.stranger.get(`/erasures/${id}`).expect(200);
      expect(erasure.proof).toMatchObject({ isIntact: true });
    }
  });

  it('is not made twice', async () => {
    const count = () => test.rows('SELECT count(*) FROM companies');
    const before = await count();
    expect((await seedDemo(database.url))?.users).toHaveLength(10);
    expect(await count()).toEqual(before);
  });

  it('stays out of a register that is in use', async () => {
    const other = await createTestApp();
    await other.setUp();
    expect(await seedDemo(other.database.url)).toBeNull();
    expect(await other.rows('SELECT count(*)::int AS n FROM companies')).toEqual([{ n: 0 }]);
    await other.close();
  });
});
