import { calendarDay } from '@seloste/kernel';
import { createTestApp, type Caller, type TestApp } from '@seloste/testing';
import fc from 'fast-check';
import { needs, people, periods } from './support/retention/draw.js';
import { reckonParts } from './support/retention/reckon-parts.js';
import { reckon } from './support/retention/reckon.js';
import { prepare, writePerson } from './support/retention/write-person.js';
import { runByHand } from './support/retention-runs.js';

const today = '2026-11-23';

/** Something of every category that can go, and a note from before everything else. */
const filling = [
  `UPDATE contacts SET title = 'Ostaja', department = 'Hankinta', interests = '{siivous}', language = 'fi' WHERE id = $1`,
  `INSERT INTO contact_points (contact_id, kind, position, value, digest) VALUES ($1, 'phone', 0, '+358401234567', sha256('x'))`,
  `WITH said AS (INSERT INTO interactions (id, type, occurred_at, subject, created_at) VALUES (gen_random_uuid(), 'note', '2023-11-01T12:00:00Z', 'x', now()) RETURNING id, occurred_at)
   INSERT INTO interaction_participants (interaction_id, contact_id, position, occurred_at) SELECT id, $1, 0, occurred_at FROM said`,
];

const leftSql = `
  SELECT c.title IS NOT NULL AND c.department IS NOT NULL AS work_role, c.language IS NOT NULL AND c.interests <> '{}' AS preferences,
    EXISTS (SELECT FROM contact_points p WHERE p.contact_id = c.id) AS contact_details, c.last_name, c.restricted
  FROM contacts c WHERE c.id = $1`;

const saidSql = `
  SELECT i.occurred_at AS at, i.subject IS NOT NULL AS "isThere" FROM interactions i JOIN interaction_participants p ON p.interaction_id = i.id
  WHERE p.contact_id = $1 AND i.type <> 'visit'`;

describe('the nightly run over people of all kinds, who stay (C6, H8, V12)', () => {
  let app: TestApp;
  let officer: Caller;

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(`${today}T10:00:00Z`) } });
    const admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    await prepare(app);
    // No body's own time is over: what goes, goes with a part of its person.
    await app.rows(
      `UPDATE retention_rules SET period = longest, version = version + 1 WHERE covers = 'interaction_bodies'`,
    );
  });
  afterAll(() => app.close());

  const rules = fc.record({ periods, needs });
  it.each(fc.sample(rules, { numRuns: 5, seed: 1123 }))(
    'takes what no ground needs of them by the day, and nothing that one needs: rules %#',
    async (given) => {
      for (const [key, period] of Object.entries(given.periods))
        await app.rows(
          `UPDATE retention_rules SET period = $2, keeps = $3, review_months = coalesce(review_months, 12), version = version + 1 WHERE key = $1`,
          [key, period, given.needs[key] ?? []],
        );
      const drawn = fc.sample(people, { numRuns: 60, seed: 71 }).filter((person) => {
        const { dueOn } = reckon(person, given.periods);
        return dueOn === null || dueOn > today;
      });
      const written: { id: string; person: (typeof drawn)[number] }[] = [];
      for (const person of drawn) {
        const { id, steps } = await writePerson(app, person);
        for (const step of steps) await step();
        for (const sql of filling) await app.rows(sql, [id]);
        written.push({ id, person });
      }
      const { exceptions } = await runByHand(officer);
      expect(exceptions).toBe(0);
      for (const { id, person } of written) {
        const parts = reckonParts(person, given);
        const isKept = (category: string) => (parts[category]?.dueOn ?? '9999') > today;
        const [left] = await app.rows(leftSql, [id]);
        expect(left).toEqual({
          ...{ work_role: isKept('work_role'), preferences: isKept('preferences') },
          ...{ contact_details: isKept('contact_details'), last_name: 'x', restricted: false },
        });
        const neededUntil = isKept('communication') ? '' : (parts['communication']?.dueOn ?? '');
        const said = await app.rows<{ at: Date; isThere: boolean }>(saidSql, [id]);
        for (const { at, isThere } of said)
          expect({ at, isThere }).toEqual({
            at,
            isThere: calendarDay(at, 'Europe/Helsinki') > neededUntil,
          });
      }
      await app.rows('UPDATE contacts SET retention_parts = NULL');
    },
    120_000,
  );
});
