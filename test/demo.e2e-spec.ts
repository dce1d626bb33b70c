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
