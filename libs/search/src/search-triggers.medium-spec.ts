import {
  aCompany,
  aContact,
  anInteraction,
  createTestApp,
  databaseOf,
  type Caller,
  type TestApp,
} from '@seloste/testing';
import { newId } from '@seloste/kernel';
import { dropUnusedWords } from './forget-words.js';

let app: TestApp;
let admin: Caller;

beforeAll(async () => {
  app = await createTestApp();
  admin = await app.setUp();
});

afterAll(() => app.close());

const create = async (path: string, body: object): Promise<string> =>
  ((await admin.post(path, body).expect(201)).body as { id: string }).id;

const count = async (sql: string, parameters: unknown[]): Promise<number> =>
  (await app.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, parameters))[0]?.n ?? 0;

/** How many entries of the record hold the word. */
const holds = (id: string, word: string) =>
  count(`search_entries WHERE ref_id = $1 AND words @@ quote_literal($2)::tsquery`, [id, word]);

/** Where a word is still to be found in anything that search keeps. */
const traces = (word: string) =>
  count(
    `(SELECT words::text AS t FROM search_entries UNION ALL SELECT word FROM search_words UNION ALL SELECT word FROM search_released_words) AS kept
     WHERE t LIKE '%' || $1 || '%'`,
    [word],
  );

test('a new person is indexed in the transaction that makes them', async () => {
  const id = await create(
    '/contacts',
    aContact({
      firstName: 'Taavi',
      lastName: 'Ensimmäinen',
      emails: ['te@example.fi'],
      phones: ['0401112223'],
    }),
  );
  for (const word of ['=taavi', 'ensimmainen', 'te', '#401112223', '~322211104'])
    expect(await holds(id, word)).toBe(1);
});

test('a new name, e-mail and employer take the place of the old ones', async () => {
  const [before, after] = [
    await create('/companies', aCompany({ name: 'Entinen Oy' })),
    await create('/companies', aCompany({ name: 'Nykyinen Oy' })),
  ];
  const id = await create(
    '/contacts',
    aContact({ lastName: 'Vanha', emails: ['vanhaposti@example.fi'], companyId: before }),
  );
  await admin
    .patch(`/contacts/${id}`, { lastName: 'Uusi', emails: ['uusiposti@example.fi'], companyId: after })
    .expect(200);
  for (const word of ['=uusi', 'uusiposti', 'nykyinen']) expect(await holds(id, word)).toBe(1);
  for (const word of ['=vanha', 'vanhaposti', 'entinen']) expect(await holds(id, word)).toBe(0);
});

test('people follow when their company changes its name', async () => {
  const company = await create('/companies', aCompany({ name: 'Myllykoski Oy' }));
  const id = await create('/contacts', aContact({ companyId: company }));
  await admin.patch(`/companies/${company}`, { name: 'Tuulikoski Oy' }).expect(200);
  expect(await holds(company, '=tuulikoski')).toBe(1);
  expect(await holds(id, 'tuulikoski')).toBe(1);
  expect(await holds(id, 'myllykoski')).toBe(0);
});

test("a company's products and city are found", async () => {
  const id = await create(
    '/companies',
    aCompany({
      products: [{ name: 'Pakastin', status: 'bought' }],
      addresses: [{ type: 'visiting', city: 'Äänekoski' }],
    }),
  );
  expect(await holds(id, 'pakastin')).toBe(1);
  expect(await holds(id, 'aanekoski')).toBe(1);
  await admin.patch(`/companies/${id}`, { products: [] }).expect(200);
  expect(await holds(id, 'pakastin')).toBe(0);
});

test('an archived record keeps its entry, marked, for the list of the archived', async () => {
  const id = await create('/contacts', aContact({ firstName: 'Arkki', lastName: 'Stoitu' }));
  await admin.put(`/contacts/${id}/archival`).expect(200);
  expect(await count('search_entries WHERE ref_id = $1 AND archived', [id])).toBe(1);
  const list = await admin.get('/contacts?q=arkki&archived=true').expect(200);
  expect((list.body as { items: { id: string }[] }).items.map((item) => item.id)).toEqual([id]);
});

test('an interaction is indexed by its words, also after an edit, and moves whom it was with to the front', async () => {
  const person = await create('/contacts', aContact());
  const id = await create(
    '/interactions',
    anInteraction({ subject: 'Tarjouspyyntö', body: null, contactIds: [person] }),
  );
  expect(await holds(id, 'tarjouspyynto')).toBe(1);
  await admin.patch(`/interactions/${id}`, { subject: 'Reklamaatio' }).expect(200);
  expect(await holds(id, 'reklamaatio')).toBe(1);
  expect(await holds(id, 'tarjouspyynto')).toBe(0);
  expect(await count(`search_entries WHERE ref_id = $1 AND active_at > '-infinity'`, [person])).toBe(1);
});

test('a text may hold words longer than the index takes', async () => {
  const id = await create(
    '/interactions',
    anInteraction({ body: `${'x'.repeat(9000)} loppu`, companyId: await create('/companies', aCompany()) }),
  );
  expect(await holds(id, 'loppu')).toBe(1);
});

test('many people in one statement are all indexed, their words learnt once', async () => {
  const n = 3000;
  await app.rows(
    `WITH people AS (
       INSERT INTO contacts (id, first_name, last_name, retention_ground, retention_due_on, created_at, updated_at)
       SELECT gen_random_uuid(), 'Joukko', 'Massanen' || n, 'test', now(), now(), now() FROM generate_series(1, $1::int) AS n RETURNING id)
     INSERT INTO contact_sources (id, contact_id, kind, collected_on, recorded_at)
     SELECT gen_random_uuid(), id, 'import', now(), now() FROM people`,
    [n],
  );
  expect(await count(`search_entries WHERE words @@ '''=joukko'''`, [])).toBe(n);
  expect(await count(`search_words WHERE word = $1`, ['joukko'])).toBe(1);
  await app.rows(`UPDATE contacts SET first_name = 'Parvi' WHERE first_name = 'Joukko'`);
  expect(await count(`search_entries WHERE words @@ '''=parvi'''`, [])).toBe(n);
  expect(await dropUnusedWords(databaseOf(app))).toBeGreaterThan(0);
  expect(await traces('joukko')).toBe(0);
});

test('of a person who is deleted nothing is left, of a namesake everything', async () => {
  const namesake = await create('/contacts', aContact({ firstName: 'Ainutlaatu', lastName: 'Kaimanen' }));
  const id = await create(
    '/contacts',
    aContact({ firstName: 'Poistuva', lastName: 'Kaimanen', emails: ['poistuva@example.fi'] }),
  );
  await app.rows('DELETE FROM contacts WHERE id = $1', [id]);
  await dropUnusedWords(databaseOf(app));
  expect(await traces('poistuva')).toBe(0);
  expect(await count('search_words WHERE word = $1', ['kaimanen'])).toBe(1);
  expect(await holds(namesake, '=kaimanen')).toBe(1);
});

test('a change that is rolled back leaves no trace', async () => {
  const database = databaseOf(app);
  const attempt = database.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO companies (id, name, relationship_status, source_kind, source_on, created_at, updated_at)
       VALUES ($1, 'Perutaanpas Oy', 'prospect', 'person', now(), now(), now())`,
      [newId()],
    );
    throw new Error('no');
  });
  await expect(attempt).rejects.toThrow('no');
  expect(await traces('perutaanpas')).toBe(0);
});
