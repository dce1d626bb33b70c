import { createTestApp, type TestApp } from '@seloste/testing';
import fc from 'fast-check';
import { needs, people, periods } from './support/retention/draw.js';
import { reckon, type Periods } from './support/retention/reckon.js';
import { reckonParts, type Needs } from './support/retention/reckon-parts.js';
import { prepare, writePerson } from './support/retention/write-person.js';

const partsSql = `
  SELECT category, part->>'dueOn' AS "dueOn", part->>'ground' AS ground
  FROM contacts, jsonb_array_elements(retention_parts) AS part, jsonb_array_elements_text(part->'categories') AS category WHERE id = $1`;

const clockSql = `
  SELECT retention_ground AS ground, retention_start AS start, retention_started_on::text AS "startedOn", retention_due_on::text AS "dueOn",
    retention_review_on <= (retention_reviewed_on + interval '12 months') AS "isReviewed"
  FROM contacts WHERE id = $1`;

describe('the clock in the database', () => {
  let app: TestApp;
  const setPeriods = async (wanted: Periods) => {
    for (const [key, period] of Object.entries(wanted))
      await app.rows(
        'UPDATE retention_rules SET period = $2, review_months = coalesce(review_months, 12), version = version + 1 WHERE key = $1',
        [key, period],
      );
  };

  const setNeeds = async (wanted: Needs) => {
    for (const [key, keeps] of Object.entries(wanted))
      await app.rows('UPDATE retention_rules SET keeps = $2, version = version + 1 WHERE key = $1', [
        key,
        keeps,
      ]);
  };
  const partsOf = async (id: string) => {
    const rows = await app.rows<{ category: string; dueOn: string; ground: string | null }>(partsSql, [id]);
    return Object.fromEntries(rows.map(({ category, ...part }) => [category, part]));
  };

  beforeAll(async () => {
    app = await createTestApp({ process: 'api' }); // nobody purges whom a drawn clock makes due
    await app.setUp();
    await prepare(app);
  });
  afterAll(() => app.close());

  it('is what a plain reckoning makes of the same facts, in whatever order they come (H7, H8, C6, P8, V12)', async () => {
    await fc.assert(
      fc.asyncProperty(people, periods, fc.infiniteStream(fc.nat()), async (person, wanted, order) => {
        await setPeriods(wanted);
        const { id, steps } = await writePerson(app, person);
        const random = order[Symbol.iterator]();
        while (steps.length > 0) await steps.splice(Number(random.next().value) % steps.length, 1)[0]?.();
        const [clock] = await app.rows(clockSql, [id]);
        const expected = reckon(person, wanted);
        expect(clock).toEqual({ ...expected, isReviewed: expected.dueOn === null ? true : null });
        const [again] = await app.rows('SELECT retention_recompute(ARRAY[$1::uuid], current_date) AS moved', [
          id,
        ]);
        expect(again).toEqual({ moved: 0 });
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it('needs of each ground only what it says, as a plain reckoning of the same facts has it (C6, H8, V12)', async () => {
    await fc.assert(
      fc.asyncProperty(
        people,
        fc.record({ periods, needs }),
        fc.infiniteStream(fc.nat()),
        async (person, rules, order) => {
          await setPeriods(rules.periods);
          await setNeeds(rules.needs);
          const { id, steps } = await writePerson(app, person);
          const random = order[Symbol.iterator]();
          while (steps.length > 0) await steps.splice(Number(random.next().value) % steps.length, 1)[0]?.();
          expect(await partsOf(id)).toEqual(reckonParts(person, rules));
          const [again] = await app.rows(
            'SELECT retention_recompute(ARRAY[$1::uuid], current_date) AS moved',
            [id],
          );
          expect(again).toEqual({ moved: 0 });
        },
      ),
      { numRuns: 200 },
    );
    await setNeeds({
      customers: [],
      marketing_contacts: [],
      former_customers: [],
      prospects: [],
      form_senders: [],
      chats: [],
    });
  }, 120_000);

  it('of everybody follows rules that change (C6)', async () => {
    await setPeriods({ prospects: 'P3M', former_customers: 'P0D', form_senders: null });
    await app.rows(`
      DO $$ DECLARE last uuid; BEGIN LOOP
        last := (SELECT last_id FROM retention_recompute_after(last, 50, current_date)); EXIT WHEN last IS NULL;
      END LOOP; END $$`);
    const wrong = await app.rows(
      `SELECT id FROM contacts WHERE retention_ground = 'prospects' AND retention_due_on <> (retention_started_on + interval '3 months')::date
         OR retention_ground = 'former_customers' AND retention_due_on <> retention_started_on
         OR retention_ground = 'form_senders' AND retention_due_on IS NOT NULL`,
    );
    expect(wrong).toEqual([]);
  });
});
