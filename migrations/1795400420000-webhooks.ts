import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  CREATE TABLE webhooks (
    id uuid PRIMARY KEY,
    url text NOT NULL,
    events text[] NOT NULL CHECK (cardinality(events) > 0),
    sealed_secret text NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid REFERENCES users,
    failing_since timestamptz,
    disabled_at timestamptz,
    disabled_by uuid REFERENCES users
  );

  CREATE TABLE webhook_deliveries (
    id uuid PRIMARY KEY,
    webhook_id uuid NOT NULL REFERENCES webhooks ON DELETE CASCADE,
    event text NOT NULL,
    subject_type text NOT NULL,
    subject_id uuid,
    occurred_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    delivered_at timestamptz,
    failed_at timestamptz,
    last_status integer,
    last_problem text,
    CHECK (num_nonnulls(next_attempt_at, delivered_at, failed_at) = 1)
  );
  CREATE INDEX webhook_deliveries_due ON webhook_deliveries (webhook_id, next_attempt_at, id) WHERE next_attempt_at IS NOT NULL;
  CREATE INDEX webhook_deliveries_by_webhook ON webhook_deliveries (webhook_id, occurred_at, id);
  CREATE INDEX webhook_deliveries_by_time ON webhook_deliveries (occurred_at);
`;

/** What is on record is announced in the same transaction; where no webhook wants it, nothing is written. */
const outbox = `
  CREATE FUNCTION announce_audit_events() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO public.webhook_deliveries (id, webhook_id, event, subject_type, subject_id, occurred_at, next_attempt_at)
    SELECT gen_random_uuid(), w.id, a.action, a.subject_type, a.subject_id, a.occurred_at, a.occurred_at
    FROM public.webhooks w JOIN added a ON a.action = ANY (w.events)
    WHERE w.disabled_at IS NULL;
    RETURN NULL;
  END $$;
  CREATE TRIGGER audit_events_announce AFTER INSERT ON audit_events REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION announce_audit_events();
`;

/** Whom to tell about acts, and how it went. */
export class Webhooks1795400420000 implements MigrationInterface {
  readonly name = 'Webhooks1795400420000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables + outbox);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER audit_events_announce ON audit_events;
      DROP FUNCTION announce_audit_events();
      DROP TABLE webhook_deliveries, webhooks;
    `);
  }
}
