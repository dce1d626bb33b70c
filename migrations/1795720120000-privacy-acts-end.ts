import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As of the record of acts: by its retention, and by the database's own clock (`as_of` can only be earlier). */
const over = `acted_at < least(as_of, now()) - make_interval(months => (SELECT months FROM audit_retention WHERE class = 'decision'))`;

/** Why a privacy officer acted is kept as long as that they did, and no longer (GDPR Art. 5(1)(e)). */
export class PrivacyActsEnd1795720120000 implements MigrationInterface {
  readonly name = 'PrivacyActsEnd1795720120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX privacy_acts_by_time ON privacy_acts (acted_at);
      CREATE FUNCTION privacy_acts_over(as_of timestamptz) RETURNS integer
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT count(*)::int FROM privacy_acts WHERE ${over}
      $$;
      CREATE FUNCTION prune_privacy_acts(as_of timestamptz, at_most integer) RETURNS integer
      LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH gone AS (
          DELETE FROM privacy_acts WHERE id IN (SELECT id FROM privacy_acts WHERE ${over} LIMIT at_most) RETURNING id)
        SELECT count(*)::int FROM gone
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION prune_privacy_acts(timestamptz, integer), privacy_acts_over(timestamptz);
      DROP INDEX privacy_acts_by_time;
    `);
  }
}
