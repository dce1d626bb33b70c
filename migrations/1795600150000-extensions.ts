import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `
  CREATE TABLE retention_extensions (
    id uuid PRIMARY KEY,
    contact_id uuid NOT NULL, restricted boolean NOT NULL DEFAULT false,
    -- Whoever consents keeps their clock from running by the consent itself.
    basis text NOT NULL CHECK (basis IN ('contract', 'legal_obligation', 'vital_interests', 'public_task', 'legitimate_interest')),
    reason text NOT NULL CHECK (reason <> ''),
    was_due_on date NOT NULL,
    until date NOT NULL,
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid REFERENCES users,
    -- Its end is its review: whoever wants to go on says anew why.
    CONSTRAINT retention_extensions_are_reviewed_within_a_year CHECK (until > recorded_on AND until > was_due_on AND until <= recorded_on + interval '12 months'),
    FOREIGN KEY (contact_id, restricted) REFERENCES contacts (id, restricted) ON UPDATE CASCADE ON DELETE CASCADE
  );
  CREATE INDEX retention_extensions_by_contact ON retention_extensions (contact_id, until);
  ALTER TABLE retention_extensions ENABLE ROW LEVEL SECURITY;
  CREATE POLICY not_restricted ON retention_extensions USING (NOT restricted) WITH CHECK (true);
  CREATE POLICY privacy_officer_reads ON retention_extensions FOR SELECT USING (acts_as_privacy_officer());
  CREATE TRIGGER retention_extensions_recorded BEFORE INSERT ON retention_extensions FOR EACH ROW EXECUTE FUNCTION evidence_is_recorded('neither');
`;

const effects = `
  -- GDPR Art. 21: they said no to all that they can say no to, by all channels at once or one by one.
  CREATE FUNCTION objected_to_everything(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(bool_or(o.channel = 'all'), false) OR count(DISTINCT o.channel) = 6 FROM objections o
    WHERE o.contact_id = person AND o.purpose = 'all'
      AND NOT EXISTS (SELECT FROM objection_withdrawals w WHERE w.objection_id = o.id)
  $$;

  CREATE OR REPLACE FUNCTION retention_extensions_of(ids uuid[], today date) RETURNS TABLE (contact_id uuid, extended_on date, until date) LANGUAGE sql STABLE AS $$
    SELECT x.contact_id, x.recorded_on, x.until FROM retention_extensions x
    WHERE x.contact_id = ANY (ids) AND x.until >= today AND NOT objected_to_everything(x.contact_id)
  $$;

  CREATE FUNCTION extension_moves_clock() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM retention_recompute(ARRAY[NEW.contact_id], NEW.recorded_on);
    RETURN NULL;
  END $$;
  CREATE TRIGGER retention_extensions_move_clocks AFTER INSERT ON retention_extensions FOR EACH ROW EXECUTE FUNCTION extension_moves_clock();
`;

/** A clock runs longer only where somebody writes down what that rests on, for a year at most (H6, P8, C6). */
export class Extensions1795600150000 implements MigrationInterface {
  readonly name = 'Extensions1795600150000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table + effects);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION retention_extensions_of(ids uuid[], today date) RETURNS TABLE (contact_id uuid, extended_on date, until date) LANGUAGE sql STABLE AS $$
        SELECT NULL::uuid, NULL::date, NULL::date WHERE false
      $$;
      DROP TABLE retention_extensions;
      DROP FUNCTION extension_moves_clock(), objected_to_everything(uuid);
    `);
  }
}
