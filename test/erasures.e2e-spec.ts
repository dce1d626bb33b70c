import type { RequestContext } from '@seloste/kernel';
import { createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { Eraser } from '../libs/erasure/src/execution/eraser.js';
import { ErasureMaps } from '../libs/erasure/src/execution/erasure-map.js';
import { aPersonEverywhere, theirs, type PersonEverywhere } from './support/erasure/a-person-everywhere.js';
import { tablesTelling } from './support/erasure/dump.js';

/** What comes to be with an erasure, a purge or a return. */
const isTheProductsOwn = /^(erasures|erasure_.*|sought_people|retention_run_items|erased_returns)$/;

const context: RequestContext = { actor: { kind: 'system', name: 'test' }, requestId: 'test' };

/** What a dashboard counts. */
const statistics = `
  SELECT i.company_id, i.author_id, i.type, i.direction, date_trunc('month', i.occurred_at AT TIME ZONE 'Europe/Helsinki') AS month, count(*)::int AS n
  FROM interactions i GROUP BY 1, 2, 3, 4, 5
  UNION ALL SELECT c.company_id, c.owner_id, 'people', NULL, date_trunc('month', c.created_at), count(*)::int FROM contacts c GROUP BY 1, 2, 5
  UNION ALL SELECT p.company_id, c.owner_id, 'met', NULL, NULL, count(*)::int FROM interaction_participants x
    JOIN contacts c ON c.id = x.contact_id JOIN interactions p ON p.id = x.interaction_id GROUP BY 1, 2
  UNION ALL SELECT m.company_id, m.author_id, 'messages', m.purpose, date_trunc('month', m.created_at), count(*)::int FROM messages m GROUP BY 1, 2, 4, 5
  ORDER BY 1, 2, 3, 4, 5, 6`;

type Counts = Record<string, Record<string, number>>;

/** What was replaced in what others wrote is told by the plan beside its tables. */
const withoutMentions = (counts: Counts): Counts =>
  Object.fromEntries(
    Object.entries(counts)
      .map(([table, { replace: _, ...others }]) => [table, others] as const)
      .filter(([, others]) => Object.keys(others).length > 0),
  );

describe('erasing a person of whom something is everywhere (H6, V7, P8, C7)', () => {
  let app: TestApp;
  let admin: Caller;
  let person: PersonEverywhere;

  beforeAll(async () => {
    app = await createTestApp();
    admin = await app.setUp();
    person = await aPersonEverywhere(app, admin);
  });
  afterAll(() => app.close());

  it('begins with something of them in every place that the declarations and foreign keys lead to', async () => {
    const places = await app.app
      .get(Eraser)
      .transaction(context, async (tx) => (await app.app.get(ErasureMaps).read(tx)).ofPerson);
    const empty: string[] = [];
    for (const { table, rows } of places) {
      const found = await app.rows(
        `SELECT 1 FROM ${table} t WHERE ${rows.replaceAll('$1', `'${person.personId}'`)} LIMIT 1`,
      );
      if (found.length === 0) empty.push(table);
    }
    expect(empty.filter((table) => !isTheProductsOwn.test(table))).toEqual([]);
    expect((await tablesTelling(app, theirs)).length).toBeGreaterThan(25);
  });

  it('does what the plan said, table by table, and leaves nothing of them in any table', async () => {
    const { personId, officer } = person;
    const before = await app.rows(statistics);
    const plan = (await officer.post(`/contacts/${personId}/erasure-plans`).expect(201)).body;
    const asked = { contactId: personId, planId: plan.id, ground: 'request' };
    const { body } = await officer.post('/erasures', asked);
    const erasure = (await officer.get(`/erasures/${body.id}`).expect(200)).body;
    expect(erasure).toMatchObject({ status: 'complete', manner: 'pseudonymised', contactId: personId });
    const planned: Counts = {};
    for (const { table, action, count } of plan.tables) {
      const of = (planned[table] ??= {});
      of[action] = (of[action] ?? 0) + count;
    }
    expect(withoutMentions(erasure.counts)).toEqual(planned);
    expect(await tablesTelling(app, theirs)).toEqual([]);
    expect(await app.rows(statistics)).toEqual(before);
    const shared = await app.rows('SELECT subject, redacted_at FROM interactions WHERE id = $1', [
      person.meetingId,
    ]);
    expect(shared).toEqual([{ subject: expect.stringMatching(/^.{4}-.{4} tapaaminen$/), redacted_at: null }]);
  });
});
