import type { MigrationInterface, QueryRunner } from 'typeorm';
import { calendar, clocks, facts, reckoning } from './1795600060000-retention-clock.js';
import { defaults, grounds, tables } from './1795600060000-retention-rules.js';
import { dropTriggers, holding, triggers } from './1795600060000-retention-triggers.js';
import { redefine } from './redefine-functions.js';

const columns = `
  ALTER TABLE companies ADD relationship_lost boolean NOT NULL DEFAULT false;
  UPDATE companies SET relationship_ended_on = greatest(relationship_started_on, controller_day(updated_at))
    WHERE relationship_status = 'former' AND relationship_ended_on IS NULL;
  ALTER TABLE companies ADD CONSTRAINT companies_ended_on_a_day CHECK (relationship_status <> 'former' OR relationship_ended_on IS NOT NULL);

  -- From when and by what way the data came is a fact of its coming: an edit of the sources does not change it.
  ALTER TABLE contacts ADD collected_on date, ADD collected_via text, ADD last_heard_at timestamptz,
    ADD retention_rule_version integer, ADD retention_start text, ADD retention_started_on date, ADD retention_reviewed_on date;
`;

/** An interaction whose words are gone still happened. */
const redaction = `
  ALTER TABLE interactions ADD redacted_at timestamptz, DROP CONSTRAINT interactions_check,
    ADD CONSTRAINT interactions_say_something CHECK (num_nonnulls(subject, body, redacted_at) > 0);
`;

/** Everybody who is here already: from the first source, and from what they did. */
const backfill = `
  ALTER TABLE contacts DISABLE TRIGGER USER;
  UPDATE contacts c SET collected_on = least(came.collected_on, controller_day(c.created_at)), collected_via = came.kind,
    last_heard_at = (SELECT max(p.occurred_at) FROM interaction_participants p JOIN interactions i ON i.id = p.interaction_id
      WHERE p.contact_id = c.id AND (i.type = 'meeting' OR (i.type <> 'note' AND i.direction = 'in')))
  FROM contacts k LEFT JOIN LATERAL (
    SELECT s.collected_on, s.kind FROM contact_sources s WHERE s.contact_id = k.id ORDER BY s.collected_on, s.recorded_at, s.id LIMIT 1) came ON true
  WHERE k.id = c.id;
  UPDATE contacts c SET retention_rule_version = 1, retention_start = coalesce(k.start, 'collected'), retention_started_on = coalesce(k.started_on, c.collected_on),
    retention_ground = coalesce(k.ground, 'withdrawn'), retention_due_on = CASE WHEN k.ground IS NULL THEN c.collected_on ELSE k.due_on END,
    retention_reviewed_on = CASE WHEN k.review_on IS NOT NULL THEN (least(k.review_on, coalesce(c.retention_review_on, k.review_on)) - interval '12 months')::date END,
    retention_review_on = CASE WHEN k.review_on IS NOT NULL THEN ((least(k.review_on, coalesce(c.retention_review_on, k.review_on)) - interval '12 months')::date + interval '12 months')::date END
  FROM contacts n LEFT JOIN retention_clocks_of(array(SELECT id FROM contacts), controller_day(now())) k ON k.contact_id = n.id WHERE n.id = c.id;
  ALTER TABLE contacts ENABLE TRIGGER USER;
`;

/** Design rule 4, whoever writes: a day, its reason and the rule; or the day of the next look, within twelve months. */
const constraints = `
  ALTER TABLE contacts ALTER collected_on SET NOT NULL, ALTER retention_started_on SET NOT NULL,
    ALTER retention_rule_version SET DEFAULT 1, ALTER retention_rule_version SET NOT NULL,
    ALTER retention_start SET DEFAULT 'collected', ALTER retention_start SET NOT NULL,
    ADD CONSTRAINT contacts_are_kept_on_a_ground CHECK (retention_ground IN (${grounds.map((ground) => `'${ground}'`).join(', ')})),
    ADD CONSTRAINT contacts_clocks_have_a_start CHECK (retention_start IN
      ('customer_since', 'consented', 'relationship_ended', 'lead_lost', 'last_contact', 'collected', 'consent_withdrawn', 'objected', 'extended')),
    ADD CONSTRAINT contacts_are_due_after_the_start CHECK (retention_due_on >= retention_started_on),
    ADD CONSTRAINT contacts_are_reviewed_within_a_year CHECK ((retention_review_on IS NULL) = (retention_reviewed_on IS NULL)
      AND retention_review_on <= retention_reviewed_on + interval '12 months');

  DROP INDEX contacts_by_clock;
  CREATE INDEX contacts_by_clock ON contacts ((coalesce(retention_due_on, retention_review_on)), id) INCLUDE (retention_ground, restricted, archived_at);
  CREATE INDEX contacts_by_ground ON contacts (retention_ground, (coalesce(retention_due_on, retention_review_on)), id) INCLUDE (restricted, archived_at);
  CREATE INDEX contacts_due ON contacts (retention_due_on, id) WHERE erased_at IS NULL AND retention_due_on IS NOT NULL;
`;

/** Retention rules with their history, and a clock on every person that follows from them (GDPR Art. 5(1)(e); H6, H7, H8, C6, P8, V12). */
export class Retention1795600060000 implements MigrationInterface {
  readonly name = 'Retention1795600060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tables +
        defaults +
        calendar +
        columns +
        redaction +
        facts +
        reckoning +
        clocks +
        backfill +
        triggers +
        redefine(holding, 'up') +
        constraints,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${redefine(holding, 'down')} ${dropTriggers}
      DROP FUNCTION retention_recompute(uuid[], date), retention_clocks_of(uuid[], date), retention_extensions_of(uuid[], date),
        retention_clock_from(retention_facts, retention_rules[]), retention_people_rules(), retention_facts_of(uuid[]), controller_day(timestamptz), controller_zone();
      DROP TYPE retention_facts;
      ALTER TABLE contacts DROP collected_on, DROP collected_via, DROP last_heard_at, DROP retention_rule_version, DROP retention_start,
        DROP retention_started_on, DROP retention_reviewed_on, DROP CONSTRAINT contacts_are_kept_on_a_ground;
      DROP INDEX contacts_by_ground, contacts_due, contacts_by_clock;
      CREATE INDEX contacts_by_clock ON contacts ((coalesce(retention_due_on, retention_review_on)), id);
      UPDATE interactions SET subject = '' WHERE num_nonnulls(subject, body) = 0;
      ALTER TABLE interactions DROP CONSTRAINT interactions_say_something, DROP redacted_at,
        ADD CONSTRAINT interactions_check CHECK (subject IS NOT NULL OR body IS NOT NULL);
      ALTER TABLE companies DROP CONSTRAINT companies_ended_on_a_day, DROP relationship_lost;
      DROP TABLE retention_rule_versions, retention_rules;
      DROP FUNCTION retention_rule_is_versioned();
    `);
  }
}
