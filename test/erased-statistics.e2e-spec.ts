import { readFileSync } from 'node:fs';
import { Erasures } from '@seloste/erasure';
import type { RequestContext } from '@seloste/kernel';
import { aCompany, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { make, read } from './support/two-teams.js';

const nightly: RequestContext = { actor: { kind: 'system', name: 'test' }, requestId: 'test' };
const people = 500;
const erased = 50;

/** What a dashboard counts, by month, type, direction, owner, and company with its relationship. */
const statistics = `
  SELECT 'interactions' AS what, co.relationship_status AS status, i.company_id, i.author_id AS owner, i.type, i.direction,
    date_trunc('month', i.occurred_at AT TIME ZONE 'Europe/Helsinki')::text AS month, count(*)::int AS n
  FROM interactions i LEFT JOIN companies co ON co.id = i.company_id GROUP BY 2, 3, 4, 5, 6, 7
  UNION ALL SELECT 'met', co.relationship_status, c.company_id, c.owner_id, i.type, i.direction,
    date_trunc('month', i.occurred_at AT TIME ZONE 'Europe/Helsinki')::text, count(*)::int
  FROM interaction_participants p JOIN contacts c ON c.id = p.contact_id JOIN interactions i ON i.id = p.interaction_id
    LEFT JOIN companies co ON co.id = c.company_id GROUP BY 2, 3, 4, 5, 6, 7
  UNION ALL SELECT 'people', co.relationship_status, c.company_id, c.owner_id, NULL, NULL, date_trunc('month', c.created_at)::text, count(*)::int
  FROM contacts c LEFT JOIN companies co ON co.id = c.company_id GROUP BY 2, 3, 4, 7
  UNION ALL SELECT 'messages', m.status, m.company_id, m.author_id, m.purpose, m.decision_code, date_trunc('month', m.created_at)::text, count(*)::int
  FROM messages m GROUP BY 2, 3, 4, 5, 6, 7
  ORDER BY 1, 2, 3, 4, 5, 6, 7`;

const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
  paths: Record<string, { get?: object }>;
};

/** Every figure that stands at a fixed address, without ids. */
const figured = Object.keys(paths).filter((path) => paths[path]?.get && !path.includes('{'));

/** What some of them cannot be asked without. */
const asked: Record<string, string> = { '/stop-replies': '?status=open', '/search': '?q=Asia&limit=5' };

/** What tells of people, of what was done, or of the machine, and is no statistic. */
const exceptions: Record<string, string> = {
  '/contacts': 'the people themselves: whoever is erased is not there',
  '/restrictions': 'the people themselves, and only for a reason given',
  '/retention/rules': 'the people whose clock follows each rule today: nobody erased has a clock',
  '/retention/forecast': 'the people who are to go: whoever is gone is not to go',
  '/erasures': 'the erasures themselves',
  '/audit-events': 'the acts: an erasure is one, and so is each look at this list',
  '/me/audit-events': 'the acts of the caller: each look is one',
  '/audit-chain': 'the acts, counted',
  '/system': 'memory, connections and queues of the machine',
};

/** Parts of others, likewise: rows with their words, and how many people there are to work with. */
const apart: Record<string, string[]> = {
  '/companies': ['contactCount'],
  '/interactions': ['items', 'nextCursor'],
  '/today': ['recentPeople', 'sinceYesterday', 'contacts', 'interactionsThisWeek', 'leavingSoon'],
};

/** Numbers, answers, and how long lists are; no names, and no times, which go on. */
function figuresOf(value: unknown, without: string[] = []): unknown {
  if (Array.isArray(value)) return value.map((one) => figuresOf(one, without));
  if (typeof value === 'string') return 'text';
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key]) => !without.includes(key));
  return Object.fromEntries(kept.map(([key, of]) => [key, figuresOf(of, without)]));
}

describe('statistics before and after an erasure of 50 of 500 people', () => {
  let app: TestApp;
  let staff: Caller;
  let callers: Record<string, Caller>;
  let companies: string[];
  let toErase: string[];

  beforeAll(async () => {
    app = await createTestApp({ process: 'api' });
    const admin = await app.setUp();
    staff = await app.signIn(admin, { roles: ['sales_manager'] });
    callers = {
      admin,
      manager: staff,
      marketer: await app.signIn(admin, { roles: ['marketer'] }),
      officer: await app.signIn(admin, { roles: ['privacy_officer'] }),
    };
    companies = [];
    for (const status of ['prospect', 'customer', 'former', 'partner', 'customer'])
      companies.push(
        await make(staff, '/companies', aCompany({ relationship: { status, startedOn: '2024-01-01' } })),
      );
    const owner = (await read(staff, '/me')).id;
    await app.rows(
      `WITH made AS (INSERT INTO contacts (id, first_name, last_name, title, company_id, owner_id, collected_on, collected_via, authorisations, interests, created_at, updated_at)
       SELECT gen_random_uuid(), 'Etu' || n, 'Suku' || n, 'Myyjä', $1::uuid[][1 + n % 5], CASE WHEN n % 2 = 0 THEN $2::uuid END, current_date, 'person', '{}', '{}',
         now() - make_interval(days => n % 90), now() FROM generate_series(1, ${people}) n RETURNING id)
       INSERT INTO contact_sources (id, contact_id, kind, collected_on, recorded_at) SELECT gen_random_uuid(), id, 'person', current_date, now() FROM made`.replace(
        '$1::uuid[][1 + n % 5]',
        '($1::uuid[])[1 + n % 5]',
      ),
      [companies, owner],
    );
    await app.rows(
      `WITH made AS (
         INSERT INTO interactions (id, type, direction, occurred_at, subject, body, company_id, author_id, created_at)
         SELECT gen_random_uuid(), (ARRAY['call', 'meeting', 'email'])[1 + n % 3], (ARRAY['in', NULL, 'out'])[1 + n % 3],
           now() - make_interval(days => n % 200), 'Asia', c.first_name || ' kertoi', c.company_id, $1, now()
         FROM (SELECT *, row_number() OVER (ORDER BY id)::int AS r FROM contacts) c, generate_series(1, 3) AS k, LATERAL (SELECT c.r * 3 + k AS n) AS x
         RETURNING id, company_id, occurred_at, body)
       INSERT INTO interaction_participants (interaction_id, contact_id, position, occurred_at)
       SELECT m.id, c.id, 0, m.occurred_at FROM made m JOIN contacts c ON c.company_id = m.company_id AND m.body = c.first_name || ' kertoi'`,
      [owner],
    );
    toErase = (
      await app.rows<{ id: string }>(`SELECT id FROM contacts ORDER BY md5(first_name) LIMIT ${erased}`)
    ).map(({ id }) => id);
  });
  afterAll(() => app.close());

  const totalOf = async (path: string): Promise<number> => (await read(staff, path)).total;
  const shown = async () => ({
    interactions: await totalOf('/interactions'),
    calls: await totalOf('/interactions?type=call'),
    companies: await totalOf('/companies'),
    customers: await totalOf('/companies?status=customer'),
    timelines: await Promise.all(companies.map((id) => totalOf(`/companies/${id}/timeline`))),
  });
  /** Lists of people are of those who can be worked with: whoever is erased is not there. */
  const listed = async () => ({
    people: await totalOf('/contacts'),
    today: (await read(staff, '/today')).counts.contacts,
  });

  /** Of an erased person's days only the month is left (design rule 5): counts finer than that may lose some. */
  const weeks = async (): Promise<number> => (await read(staff, '/today')).counts.interactionsThisWeek;

  /** What every route says to everybody. */
  async function everything(): Promise<Record<string, unknown>> {
    const told: Record<string, unknown> = {};
    for (const [role, caller] of Object.entries(callers))
      for (const path of figured.map((whole) => whole.replace('/api/v1', ''))) {
        if (path in exceptions) continue;
        const { status, body } = await caller.get(`${path}${asked[path] ?? ''}`);
        told[`${role} ${path}`] = { status, figures: status === 200 ? figuresOf(body, apart[path]) : null };
      }
    return told;
  }

  it('are equal, but for names; lists of people alone have fifty fewer', async () => {
    const before = [await app.rows(statistics), await shown()];
    const told = await everything();
    const thisWeek = await weeks();
    expect(await listed()).toEqual({ people, today: people });
    for (const contactId of toErase)
      expect((await app.app.get(Erasures).erase(nightly, { contactId, ground: 'retention' })).status).toBe(
        'complete',
      );
    expect(
      await app.rows(`SELECT 1 FROM contacts WHERE erased_at IS NOT NULL AND first_name = ''`),
    ).toHaveLength(erased);
    expect([await app.rows(statistics), await shown()]).toEqual(before);
    expect(await everything()).toEqual(told);
    expect(Object.keys(told).length).toBeGreaterThan(100);
    expect(await weeks()).toBeLessThanOrEqual(thisWeek);
    expect(await listed()).toEqual({ people: people - erased, today: people - erased });
  }, 120_000);
});
