import type { RequestContext } from '@seloste/kernel';
import { createTestApp, databaseOf, type TestApp } from '@seloste/testing';
import { parseQuery } from './parse-query.js';
import { planSteps } from './plan-steps.js';
import { explainCandidates } from './read-candidates.js';
import { Reach } from './reach.js';
import { searchCondition } from './search-condition.js';
import { SearchService } from './search.service.js';
import { searchKinds, type SearchKind } from './search-kind.js';
import { asTyped } from './wanted.js';
import { WordStatistics } from './word-statistics.js';

const people = 30_000;
const surnames = ['Virtanen', 'Lindqvist', 'Korhonen', 'Mäkinen', 'Äijälä', 'Salo', 'Mattila', 'Nyman'];

const everybody: RequestContext = { actor: { kind: 'system', name: 'test' }, requestId: 'test' };

let app: TestApp;
let search: SearchService;

beforeAll(async () => {
  app = await createTestApp();
  await app.setUp();
  search = app.app.get(SearchService);
  // Everybody is a Matti, every eighth a Virtanen, one in a thousand a Qvarnström; the oldest entries alone are directors.
  await app.rows(
    `WITH people AS (
       INSERT INTO contacts (id, first_name, last_name, title, retention_ground, retention_due_on, created_at, updated_at)
       SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Matti',
         CASE WHEN n % 1000 = 7 THEN 'Qvarnström' ELSE ($2::text[])[1 + n % 8] END, CASE WHEN n < 3000 THEN 'Johtaja' END,
         'test', now(), now(), now() FROM generate_series(1, $1::int) AS n RETURNING id)
     INSERT INTO contact_sources (id, contact_id, kind, collected_on, recorded_at)
     SELECT gen_random_uuid(), id, 'import', now(), now() FROM people`,
    [people, surnames],
  );
  await app.rows('ANALYZE search_contacts');
}, 60_000);

afterAll(() => app.close());

const titles = async (q: string) =>
  (await search.find(everybody, { q, kind: ['contact'], limit: 8 })).map(({ title }) => title);

test.each([
  ['m', 'Matti'],
  ['mat', 'Matti'],
  ['matti', 'Matti'],
  ['virt', 'Matti Virtanen'],
  ['matti vir', 'Matti Virtanen'],
  ['virtanen mat', 'Matti Virtanen'],
  ['qvarn', 'Matti Qvarnström'],
  ['qvarnstom', 'Matti Qvarnström'],
  ['matti qvarn', 'Matti Qvarnström'],
  ['johtaja', 'Matti'],
  ['virtanen johtaja', 'Matti Virtanen'],
])('"%s" fills its page, however common its words are', async (q, name) => {
  const found = await titles(q);
  expect(found).toHaveLength(8);
  for (const title of found) expect(title).toContain(name);
});

test('a whole name goes before a longer one that begins with it', async () => {
  await app.rows(
    `UPDATE contacts SET last_name = 'Matti', first_name = 'Aino' WHERE id = '01900000-0000-7000-8000-000000000003'`,
  );
  expect((await titles('aino'))[0]).toBe('Aino Matti');
});

test.each([
  'm',
  'mat',
  'virtanen',
  'matti virtanen',
  'virtanen mat',
  'qvarn',
  'm v',
  'zzzz',
  '040',
  'johtaja virtanen',
])('no reading for "%s" goes through the whole table', async (q) => {
  const statistics = app.app.get(WordStatistics);
  const plans = await Promise.all(
    searchKinds.map(async (kind: SearchKind) =>
      planSteps(asTyped(kind, parseQuery(q)), await statistics.of(kind)),
    ),
  );
  for (const steps of plans.flat()) {
    const plan = await explainCandidates(
      databaseOf(app),
      new Reach(everybody),
      steps.filter(({ kind }) => kind === 'contact'),
      8,
    );
    expect(plan).not.toContain('Seq Scan on search_contacts');
  }
});

test.each([
  ['qvarnstrom', 30],
  ['matti', people - 1],
  ['virtanen matti', people / 8],
])('a list finds "%s" by the same words, rare or common', async (q, n) => {
  const parameters: unknown[] = [];
  const condition = searchCondition(everybody, 'contact', { q, id: 'c.id', parameters });
  const [row] = await app.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM contacts c WHERE ${condition}`,
    parameters,
  );
  expect(row?.n).toBeGreaterThan(n * 0.98);
  expect(row?.n).toBeLessThanOrEqual(n + 1);
});
