import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files and records of contacts say what for: lists leave out whom the decision does not allow, and a contact that was not allowed says so. */
export class Exits1795500310000 implements MigrationInterface {
  readonly name = 'Exits1795500310000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE exports DROP CONSTRAINT exports_kind_check,
        ADD CONSTRAINT exports_kind_check CHECK (kind IN ('contacts', 'companies', 'audit_events', 'letters', 'labels', 'sms', 'calls')),
        ADD use_channel text CHECK (use_channel IN ('email', 'phone', 'sms', 'post', 'social', 'chat')),
        ADD use_purpose text REFERENCES purposes,
        ADD use_areas text[],
        ADD use_role_reason text CHECK (use_role_reason <> ''),
        ADD left_out jsonb,
        ADD CONSTRAINT exports_use_is_whole CHECK ((use_channel IS NULL) = (use_purpose IS NULL)),
        ADD CONSTRAINT exports_lists_have_a_use CHECK (kind IN ('contacts', 'companies', 'audit_events') OR use_purpose IS NOT NULL);
      ALTER TABLE interactions
        ADD purpose text REFERENCES purposes,
        ADD unpermitted_code text CHECK (unpermitted_code <> ''),
        ADD unpermitted_reason text CHECK (unpermitted_reason <> ''),
        ADD CONSTRAINT interactions_unpermitted_with_a_reason CHECK ((unpermitted_code IS NULL) = (unpermitted_reason IS NULL)),
        ADD CONSTRAINT interactions_unpermitted_for_a_purpose CHECK (unpermitted_code IS NULL OR purpose IS NOT NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE interactions DROP unpermitted_reason, DROP unpermitted_code, DROP purpose;
      DELETE FROM disclosures d USING exports x WHERE x.id = d.export_id AND x.kind IN ('letters', 'labels', 'sms', 'calls');
      DELETE FROM exports WHERE kind IN ('letters', 'labels', 'sms', 'calls');
      ALTER TABLE exports DROP CONSTRAINT exports_lists_have_a_use, DROP CONSTRAINT exports_use_is_whole, DROP left_out,
        DROP use_role_reason, DROP use_areas, DROP use_purpose, DROP use_channel, DROP CONSTRAINT exports_kind_check,
        ADD CONSTRAINT exports_kind_check CHECK (kind IN ('contacts', 'companies', 'audit_events'));
    `);
  }
}
