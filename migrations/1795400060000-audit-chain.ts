import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The record of acts becomes a chain: only added to, by anybody, and pruned by one function with rules of its own. */
export class AuditChain1795400060000 implements MigrationInterface {
  readonly name = 'AuditChain1795400060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columnsAndIndexes);
    await runner.query(tables);
    await runner.query(growing);
    await runner.query(pruning);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION cut_audit_links(bigint, timestamptz);
      DROP FUNCTION prune_audit_events(text, timestamptz, timestamptz, integer);
      DROP TRIGGER audit_events_queue ON audit_events;
      DROP TRIGGER audit_events_only_grow ON audit_events;
      DROP TABLE audit_retention, audit_chain, audit_pending, audit_links;
      DROP FUNCTION queue_audit_events();
      DROP FUNCTION refuse_audit_change();
      DROP INDEX audit_events_by_subject, audit_events_by_actor, audit_events_by_action, audit_events_by_time, audit_events_by_shown;
      ALTER TABLE audit_events DROP COLUMN class, DROP COLUMN shown_ids, DROP COLUMN mac;
      CREATE INDEX audit_events_by_subject ON audit_events (subject_id, occurred_at);
      CREATE INDEX audit_events_by_actor ON audit_events (actor_id, occurred_at);
      CREATE INDEX audit_events_by_time ON audit_events (occurred_at);
    `);
  }
}

const columnsAndIndexes = `
  ALTER TABLE audit_events
    ADD class text NOT NULL DEFAULT 'decision' CHECK (class IN ('read', 'decision')),
    ADD shown_ids uuid[] NOT NULL DEFAULT '{}',
    ADD mac bytea CHECK (octet_length(mac) = 32);
  DROP INDEX audit_events_by_subject, audit_events_by_actor, audit_events_by_time;
  CREATE INDEX audit_events_by_subject ON audit_events (subject_id, occurred_at, id) WHERE subject_id IS NOT NULL;
  CREATE INDEX audit_events_by_actor ON audit_events (actor_id, occurred_at, id) WHERE actor_id IS NOT NULL;
  CREATE INDEX audit_events_by_action ON audit_events (action, occurred_at, id);
  CREATE INDEX audit_events_by_time ON audit_events (occurred_at, id);
  CREATE INDEX audit_events_by_shown ON audit_events USING gin (shown_ids)
    WITH (gin_pending_list_limit = 128) WHERE shown_ids <> '{}';
`;

const tables = `
  CREATE TABLE audit_links (
    seq bigint PRIMARY KEY,
    event_id uuid NOT NULL UNIQUE,
    class text NOT NULL,
    occurred_at timestamptz NOT NULL,
    attested boolean NOT NULL,
    digest bytea NOT NULL,
    hash bytea NOT NULL
  );

  -- Emptied as fast as it fills: vacuumed by the number of rows, not by a share of them.
  CREATE TABLE audit_pending (event_id uuid PRIMARY KEY)
    WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

  CREATE TABLE audit_chain (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    began_at timestamptz NOT NULL,
    baseline_seq bigint NOT NULL,
    first_seq bigint NOT NULL,
    first_previous bytea NOT NULL,
    last_seq bigint NOT NULL,
    last_hash bytea NOT NULL,
    reads_pruned_until timestamptz,
    decisions_pruned_until timestamptz,
    mac bytea NOT NULL
  );

  CREATE TABLE audit_retention (
    class text PRIMARY KEY,
    months integer NOT NULL,
    updated_at timestamptz NOT NULL,
    updated_by uuid REFERENCES users,
    mac bytea,
    CHECK (class = 'read' AND months BETWEEN 6 AND 60 OR class = 'decision' AND months BETWEEN 24 AND 120)
  );
  INSERT INTO audit_retention (class, months, updated_at) VALUES ('read', 24, now()), ('decision', 72, now());
`;

/** What is added waits for its link; nothing is changed or removed, by the owner neither. */
const growing = `
  CREATE FUNCTION queue_audit_events() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO public.audit_pending SELECT id FROM added;
    RETURN NULL;
  END $$;
  INSERT INTO audit_pending SELECT id FROM audit_events;
  CREATE TRIGGER audit_events_queue AFTER INSERT ON audit_events REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION queue_audit_events();

  CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' AND current_setting('seloste.prunes_audit', true) = 'yes' THEN RETURN NULL; END IF;
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE TRIGGER audit_events_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
  CREATE TRIGGER audit_links_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_links
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
`;

/**
 * The one way to remove: sealed events whose time is up by the retention rule and the database's own clock (\`as_of\` can
 * only be earlier), and links before the first one that is still needed.
 */
const pruning = `
  CREATE FUNCTION prune_audit_events(wanted text, since timestamptz, as_of timestamptz, at_most integer,
    OUT pruned integer, OUT reached timestamptz) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM set_config('seloste.prunes_audit', 'yes', true);
    WITH due AS MATERIALIZED (
      SELECT e.id, e.occurred_at FROM audit_events e JOIN audit_retention r ON r.class = e.class
      WHERE e.class = wanted AND e.occurred_at >= since
        AND e.occurred_at < least(as_of, now()) - make_interval(months => r.months)
        AND EXISTS (SELECT FROM audit_links l WHERE l.event_id = e.id)
      ORDER BY e.occurred_at LIMIT at_most
    ), gone AS (
      DELETE FROM audit_events e USING due WHERE e.id = due.id RETURNING due.occurred_at
    )
    SELECT count(*), max(occurred_at) INTO pruned, reached FROM gone;
    PERFORM set_config('seloste.prunes_audit', '', true);
  END $$;

  CREATE FUNCTION cut_audit_links(up_to bigint, as_of timestamptz) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    cut integer;
  BEGIN
    IF EXISTS (
      SELECT FROM audit_links l JOIN audit_retention r ON r.class = l.class
      WHERE l.seq <= up_to AND (l.occurred_at >= least(as_of, now()) - make_interval(months => r.months)
        OR EXISTS (SELECT FROM audit_events e WHERE e.id = l.event_id))
    ) THEN
      RAISE EXCEPTION 'a link before % is still needed', up_to USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('seloste.prunes_audit', 'yes', true);
    DELETE FROM audit_links WHERE seq <= up_to;
    GET DIAGNOSTICS cut = ROW_COUNT;
    PERFORM set_config('seloste.prunes_audit', '', true);
    RETURN cut;
  END $$;
`;
