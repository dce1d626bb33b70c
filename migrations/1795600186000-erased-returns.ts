import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `
  CREATE TABLE erased_returns (
    id uuid PRIMARY KEY,
    contact_id uuid NOT NULL, restricted boolean NOT NULL DEFAULT false,
    how text NOT NULL CHECK (how IN ('form', 'email', 'phone', 'in_person', 'contract', 'other')),
    came_on date NOT NULL,
    note text CHECK (note <> ''),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid REFERENCES users,
    FOREIGN KEY (contact_id, restricted) REFERENCES contacts (id, restricted) ON UPDATE CASCADE ON DELETE CASCADE
  );
  CREATE INDEX erased_returns_by_contact ON erased_returns (contact_id);
  ALTER TABLE erased_returns ENABLE ROW LEVEL SECURITY;
  CREATE POLICY not_restricted ON erased_returns USING (NOT restricted) WITH CHECK (true);
  CREATE POLICY privacy_officer_reads ON erased_returns FOR SELECT USING (acts_as_privacy_officer());
  CREATE TRIGGER erased_returns_recorded BEFORE INSERT ON erased_returns FOR EACH ROW EXECUTE FUNCTION evidence_is_recorded('neither');
`;

const effect = `
  -- What an erasure left of their addresses and numbers is a "no" to everything but service from now on.
  CREATE FUNCTION erased_person_comes_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE suppressions s SET reason = 'objection' FROM contact_points p
    WHERE p.contact_id = NEW.contact_id AND s.digest = p.digest AND s.kind = p.kind AND s.reason = 'erasure';
    RETURN NULL;
  END $$;
  CREATE TRIGGER erased_returns_are_served AFTER INSERT ON erased_returns FOR EACH ROW EXECUTE FUNCTION erased_person_comes_back();

  -- Theirs to take back, as if they had said it by this record: by a link of theirs, and by nothing else.
  CREATE FUNCTION no_of_returned(person uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'channel', s.channel, 'purpose', s.purpose, 'since', s.since, 'isInherited', true)), '[]')
    FROM (
      SELECT DISTINCT ON (s.channel, s.purpose) s.* FROM contact_points p JOIN suppressions s ON s.digest = p.digest AND s.kind = p.kind
      WHERE p.contact_id = person AND s.reason = 'objection' AND s.channel = 'all' AND s.purpose = 'all'
        AND EXISTS (SELECT FROM erased_returns r WHERE r.contact_id = person)
        AND NOT EXISTS (SELECT FROM objections o WHERE o.contact_id = person AND o.channel = 'all' AND o.purpose = 'all'
          AND NOT EXISTS (SELECT FROM objection_withdrawals w WHERE w.objection_id = o.id))
      ORDER BY s.channel, s.purpose, s.since) s
  $$;
`;

const shown = `'companyObjections',`;
const withInherited = `'inherited', no_of_returned(c.id), 'companyObjections',`;

const replaceShown = (was: string, becomes: string): string => `
  DO $do$ BEGIN
    ASSERT strpos(pg_get_functiondef('person_by_token(bytea)'::regprocedure), $a$${was}$a$) > 0, 'person_by_token is not as expected';
    EXECUTE replace(pg_get_functiondef('person_by_token(bytea)'::regprocedure), $a$${was}$a$, $a$${becomes}$a$);
  END $do$;`;

/** Whoever was erased comes back by their own doing alone, and it is on record who said so (G8). */
export class ErasedReturns1795600186000 implements MigrationInterface {
  readonly name = 'ErasedReturns1795600186000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table + effect + replaceShown(shown, withInherited));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${replaceShown(withInherited, shown)}
      DROP FUNCTION no_of_returned(uuid);
      DROP TABLE erased_returns;
      DROP FUNCTION erased_person_comes_back();
    `);
  }
}
