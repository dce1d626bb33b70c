import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A part of a person, or of nobody when it is about a company: the flag follows theirs. */
const ofAPersonOrNobody = `contact_id uuid, restricted boolean NOT NULL DEFAULT false,
    FOREIGN KEY (contact_id, restricted) REFERENCES contacts (id, restricted) ON UPDATE CASCADE ON DELETE CASCADE`;

const tables = `
  CREATE TABLE holds (
    id uuid PRIMARY KEY,
    ${ofAPersonOrNobody},
    company_id uuid REFERENCES companies ON DELETE CASCADE,
    ground text NOT NULL CHECK (ground IN ('accounting_voucher', 'accounting_book', 'open_deal', 'open_invoice', 'dispute', 'subject_request')),
    document text CHECK (document <> ''),
    reason text NOT NULL CHECK (reason <> ''),
    financial_year_ended_on date,
    until date,
    review_on date,
    categories text[] NOT NULL CHECK (cardinality(categories) > 0),
    placed_on date NOT NULL,
    placed_at timestamptz NOT NULL,
    placed_by uuid REFERENCES users,
    -- Written by the evidence of what happened to the hold, see below.
    reviewed_on date,
    released_at timestamptz,
    CHECK (num_nonnulls(contact_id, company_id) = 1),
    CONSTRAINT holds_end_or_are_reviewed CHECK (num_nonnulls(until, review_on) > 0),
    CONSTRAINT holds_are_reviewed_within_a_year CHECK (review_on <= coalesce(reviewed_on, placed_on) + interval '12 months'),
    -- Accounting Act 1336/1997, chapter 2 section 10: of this document, for exactly so long.
    CONSTRAINT holds_follow_the_accounting_act CHECK (CASE ground
      WHEN 'accounting_voucher' THEN document IS NOT NULL AND coalesce(until = make_date(extract(year FROM financial_year_ended_on)::int + 6, 12, 31), false)
      WHEN 'accounting_book' THEN document IS NOT NULL AND coalesce(until = (financial_year_ended_on + interval '10 years')::date, false)
      ELSE financial_year_ended_on IS NULL END)
  );
  CREATE INDEX holds_by_contact ON holds (contact_id) WHERE contact_id IS NOT NULL;
  CREATE INDEX holds_by_company ON holds (company_id) WHERE company_id IS NOT NULL;
  CREATE INDEX holds_by_day ON holds ((least(review_on, until)), id) WHERE released_at IS NULL;

  CREATE TABLE hold_releases (
    hold_id uuid PRIMARY KEY REFERENCES holds ON DELETE CASCADE,
    ${ofAPersonOrNobody},
    reason text NOT NULL CHECK (reason <> ''),
    released_at timestamptz NOT NULL,
    released_by uuid REFERENCES users
  );
  CREATE INDEX hold_releases_by_contact ON hold_releases (contact_id) WHERE contact_id IS NOT NULL;

  CREATE TABLE hold_reviews (
    id uuid PRIMARY KEY,
    hold_id uuid NOT NULL REFERENCES holds ON DELETE CASCADE,
    ${ofAPersonOrNobody},
    note text NOT NULL CHECK (note <> ''),
    review_on date NOT NULL,
    reviewed_on date NOT NULL,
    reviewed_at timestamptz NOT NULL,
    reviewed_by uuid REFERENCES users,
    CONSTRAINT hold_reviews_are_followed_within_a_year CHECK (review_on > reviewed_on AND review_on <= reviewed_on + interval '12 months')
  );
  CREATE INDEX hold_reviews_by_hold ON hold_reviews (hold_id, reviewed_at);
  CREATE INDEX hold_reviews_by_contact ON hold_reviews (contact_id) WHERE contact_id IS NOT NULL;
`;

/** Nobody changes a hold: that it was looked at, or ended, is told by a row of its own, and the hold follows. */
const evidence = `
  CREATE TRIGGER holds_recorded BEFORE INSERT ON holds FOR EACH ROW EXECUTE FUNCTION evidence_is_recorded('neither');
  CREATE TRIGGER hold_releases_recorded BEFORE INSERT ON hold_releases FOR EACH ROW EXECUTE FUNCTION evidence_is_recorded('neither');
  CREATE TRIGGER hold_reviews_recorded BEFORE INSERT ON hold_reviews FOR EACH ROW EXECUTE FUNCTION evidence_is_recorded('neither');

  CREATE FUNCTION hold_follows_evidence() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF TG_TABLE_NAME = 'hold_releases' THEN
      UPDATE holds SET released_at = NEW.released_at WHERE id = NEW.hold_id;
    ELSE
      UPDATE holds SET review_on = NEW.review_on, reviewed_on = NEW.reviewed_on WHERE id = NEW.hold_id;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER hold_releases_take_effect AFTER INSERT ON hold_releases FOR EACH ROW EXECUTE FUNCTION hold_follows_evidence();
  CREATE TRIGGER hold_reviews_take_effect AFTER INSERT ON hold_reviews FOR EACH ROW EXECUTE FUNCTION hold_follows_evidence();

  -- What keeps something of these people on the day: holds of their own, and of the companies where they work, or worked
  -- when the hold was placed. Restricted people's, too: whoever is to be erased is held whether they are seen or not.
  CREATE FUNCTION holds_of(ids uuid[], today date)
  RETURNS TABLE (contact_id uuid, hold_id uuid, ground text, until date, review_on date, categories text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT held.person, h.id, h.ground, h.until, h.review_on, h.categories
    FROM (
      SELECT o.contact_id AS person, o.id FROM holds o WHERE o.contact_id = ANY (ids)
      UNION ALL
      SELECT w.person, f.id FROM (
        SELECT c.id AS person, c.company_id AS firm, NULL::date AS left_on FROM contacts c WHERE c.id = ANY (ids)
        UNION ALL
        SELECT e.contact_id, e.company_id, e.ended_on FROM employments e WHERE e.contact_id = ANY (ids)
      ) w JOIN holds f ON f.company_id = w.firm AND (w.left_on IS NULL OR w.left_on >= f.placed_on)
    ) held JOIN holds h ON h.id = held.id
    WHERE h.released_at IS NULL AND (h.until IS NULL OR h.until >= today)
  $$;
`;

const policies = ['holds', 'hold_releases', 'hold_reviews']
  .map(
    (table) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY not_restricted ON ${table} USING (NOT restricted) WITH CHECK (true);
  CREATE POLICY privacy_officer_reads ON ${table} FOR SELECT USING (acts_as_privacy_officer());`,
  )
  .join('');

/** What has to stay though its time is over: for the law, a dispute, an open deal, invoice or request (H18, V14). */
export class Holds1795600120000 implements MigrationInterface {
  readonly name = 'Holds1795600120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables + evidence + policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION holds_of(uuid[], date);
      DROP TABLE hold_reviews, hold_releases, holds;
      DROP FUNCTION hold_follows_evidence();
    `);
  }
}
