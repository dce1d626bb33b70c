import type { MigrationInterface, QueryRunner } from 'typeorm';

const definer = 'SECURITY DEFINER SET search_path = public, pg_temp';

/** Somebody looked at an open-ended ground, and says why it still holds (design rule 4). */
const reviews = `
  CREATE TABLE retention_reviews (
    id uuid PRIMARY KEY,
    contact_id uuid NOT NULL, restricted boolean NOT NULL DEFAULT false,
    ground text NOT NULL,
    rule_version integer NOT NULL,
    note text NOT NULL CHECK (note <> ''),
    reviewed_on date NOT NULL,
    reviewed_at timestamptz NOT NULL,
    reviewed_by uuid REFERENCES users,
    FOREIGN KEY (contact_id, restricted) REFERENCES contacts (id, restricted) ON UPDATE CASCADE ON DELETE CASCADE,
    FOREIGN KEY (ground, rule_version) REFERENCES retention_rule_versions (key, version)
  );
  CREATE INDEX retention_reviews_by_contact ON retention_reviews (contact_id, reviewed_at);
  ALTER TABLE retention_reviews ENABLE ROW LEVEL SECURITY;
  CREATE POLICY not_restricted ON retention_reviews USING (NOT restricted) WITH CHECK (true);
  CREATE POLICY privacy_officer_reads ON retention_reviews FOR SELECT USING (acts_as_privacy_officer());
  CREATE TRIGGER retention_reviews_recorded BEFORE INSERT ON retention_reviews FOR EACH ROW EXECUTE FUNCTION evidence_is_recorded('neither');

  CREATE FUNCTION review_moves_clock() RETURNS trigger LANGUAGE plpgsql ${definer} AS $$
  BEGIN
    UPDATE contacts SET retention_reviewed_on = NEW.reviewed_on
    WHERE id = NEW.contact_id AND retention_ground = NEW.ground AND retention_review_on IS NOT NULL AND retention_reviewed_on < NEW.reviewed_on;
    PERFORM retention_recompute(ARRAY[NEW.contact_id], NEW.reviewed_on);
    RETURN NULL;
  END $$;
  CREATE TRIGGER retention_reviews_move_clocks AFTER INSERT ON retention_reviews FOR EACH ROW EXECUTE FUNCTION review_moves_clock();
`;

const changes = `
  -- After a rule changed: the next people by id, restricted ones among them. The last of them, and how many clocks moved.
  CREATE FUNCTION retention_recompute_after(last uuid, most int, today date) RETURNS TABLE (last_id uuid, moved int) LANGUAGE plpgsql ${definer} AS $$
  DECLARE
    ids uuid[] := array(SELECT c.id FROM contacts c WHERE c.id > coalesce(last, '00000000-0000-0000-0000-000000000000') AND c.erased_at IS NULL ORDER BY c.id LIMIT most);
  BEGIN
    IF cardinality(ids) = 0 THEN RETURN; END IF;
    moved := retention_recompute(ids, today);
    last_id := ids[cardinality(ids)];
    RETURN NEXT;
  END $$;

  -- What the rules as they are now would make of the clocks that were set: of whoever is kept by the rule or is about to go.
  CREATE FUNCTION retention_differences(rule_key text, today date, days int) RETURNS TABLE (contact_id uuid, was_due_on date, due_on date)
  LANGUAGE sql STABLE ${definer} AS $$
    SELECT c.id, c.retention_due_on, k.due_on FROM retention_clocks_of(
      array(SELECT id FROM contacts WHERE retention_ground = rule_key AND erased_at IS NULL
        UNION SELECT id FROM contacts WHERE retention_due_on <= today + days AND erased_at IS NULL), today) k
    JOIN contacts c ON c.id = k.contact_id
  $$;

  -- The record of acts is pruned by its own setting, which is sealed: the rules follow it.
  CREATE FUNCTION retention_rules_follow_audit() RETURNS trigger LANGUAGE plpgsql ${definer} AS $$
  BEGIN
    UPDATE retention_rules SET period = 'P' || NEW.months || 'M', version = version + 1, updated_at = NEW.updated_at, updated_by = NEW.updated_by
    WHERE key = CASE NEW.class WHEN 'read' THEN 'audit_reads' ELSE 'audit_decisions' END AND period <> 'P' || NEW.months || 'M';
    RETURN NULL;
  END $$;
  CREATE TRIGGER audit_retention_leads AFTER UPDATE OF months ON audit_retention FOR EACH ROW EXECUTE FUNCTION retention_rules_follow_audit();
  UPDATE retention_rules r SET period = 'P' || a.months || 'M', version = version + 1, updated_at = a.updated_at, updated_by = a.updated_by FROM audit_retention a
    WHERE r.key = CASE a.class WHEN 'read' THEN 'audit_reads' ELSE 'audit_decisions' END AND r.period <> 'P' || a.months || 'M';
`;

/** Grounds are looked at, rules are changed, and the clocks follow (design rule 4). */
export class RetentionReviews1795600090000 implements MigrationInterface {
  readonly name = 'RetentionReviews1795600090000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(reviews + changes);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER audit_retention_leads ON audit_retention;
      DROP TABLE retention_reviews;
      DROP FUNCTION retention_rules_follow_audit(), retention_differences(text, date, int), retention_recompute_after(uuid, int, date), review_moves_clock();
    `);
  }
}
