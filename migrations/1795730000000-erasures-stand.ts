import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That somebody was forgotten is evidence (GDPR Art. 5(2)): it goes forward, and stands with its certificate, whoever writes. */
export class ErasuresStand1795730000000 implements MigrationInterface {
  readonly name = 'ErasuresStand1795730000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION erasure_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status = 'complete' OR (TG_OP = 'DELETE' AND OLD.executed_at IS NOT NULL)
          OR (TG_OP = 'UPDATE' AND (NEW.id, NEW.contact_id, NEW.requested_at) IS DISTINCT FROM (OLD.id, OLD.contact_id, OLD.requested_at))
        THEN
          RAISE EXCEPTION 'the record of an erasure only grows' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER erasures_go_forward BEFORE UPDATE OR DELETE ON erasures FOR EACH ROW EXECUTE FUNCTION erasure_goes_forward();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER erasures_go_forward ON erasures; DROP FUNCTION erasure_goes_forward()');
  }
}
