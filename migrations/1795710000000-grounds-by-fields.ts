import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reckoning } from './1795600060000-retention-clock.js';
import { clockFromGrounds, parts } from './1795710000000-retention-parts.js';
import { planning, undoPlanning } from './1795710000000-retention-narrowing.js';
import { needs } from './1795710000000-rules-need.js';
import { redefine, type Redefinition } from './redefine-functions.js';

const columns = `
  -- What goes before the person does, the first to go first: categories, the day and its reason. Null: everything stays as long.
  ALTER TABLE contacts ADD retention_parts jsonb
    CONSTRAINT contacts_go_by_parts CHECK (jsonb_typeof(retention_parts) = 'array' AND retention_parts <> '[]');
  CREATE INDEX contacts_by_parts ON contacts ((retention_parts->0->>'dueOn')) WHERE retention_parts IS NOT NULL AND erased_at IS NULL;
`;

/** Whoever comes in has their parts with their clock; whose clock is reckoned anew, has their parts reckoned with it. */
const following: Redefinition[] = [
  [
    'person_gets_a_clock()',
    'r.review_months INTO clock',
    'r.review_months, needs_everything(r.keeps) AS stays_whole INTO clock',
  ],
  [
    'person_gets_a_clock()',
    'SELECT * INTO clock FROM retention_clock_from(known, retention_people_rules());',
    'SELECT g.*, needs_everything(r.keeps) AS stays_whole INTO clock FROM retention_clock_from(known, retention_people_rules()) g JOIN retention_rules r ON r.key = g.ground;',
  ],
  [
    'person_gets_a_clock()',
    'NEW.retention_due_on := clock.due_on;',
    'NEW.retention_due_on := clock.due_on; IF NOT clock.stays_whole THEN NEW.retention_parts := retention_parts_from(known, retention_people_rules(), NULL, NULL); END IF;',
  ],
  [
    'retention_recompute(uuid[], date)',
    'RETURN moved;',
    'RETURN greatest(moved, retention_recompute_parts(ids, today));',
  ],
];

/** By the rules as they need it from now on. */
const backfill = `
  ALTER TABLE contacts DISABLE TRIGGER USER;
  SELECT retention_recompute_parts(array(SELECT id FROM contacts WHERE erased_at IS NULL), controller_day(now()));
  ALTER TABLE contacts ENABLE TRIGGER USER;
`;

/** Of several grounds, the one that keeps longest decides, and only for what it needs: the rest goes before (GDPR Art. 5(1)(c), (e); C6, H8, V12). */
export class GroundsByFields1795710000000 implements MigrationInterface {
  readonly name = 'GroundsByFields1795710000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns + parts + clockFromGrounds + redefine(following, 'up') + planning);
    await runner.query(needs);
    await runner.query(backfill);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${undoPlanning} ${redefine([...following].reverse(), 'down')}
      ${reckoning.replaceAll('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION')}
      DROP FUNCTION retention_recompute_parts(uuid[], date), retention_categories_of(uuid[], date),
        retention_parts_from(retention_facts, retention_rules[], date, date), retention_grounds_from(retention_facts, retention_rules[]),
        needs_everything(text[]), retention_narrowable();
      DROP INDEX contacts_by_parts;
      ALTER TABLE contacts DROP retention_parts;
    `);
  }
}
