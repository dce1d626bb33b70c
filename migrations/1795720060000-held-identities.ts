import type { MigrationInterface, QueryRunner } from 'typeorm';
import { redefine, type Redefinition } from './redefine-functions.js';

/**
 * Who erases somebody, and who brings the same address or number in, wait for each other: the second knows what the
 * first did. Of a thousand locks, as an import brings in hundreds of addresses at once; taken in one order, and before
 * any row.
 */
const holding = `
  CREATE FUNCTION hold_identity(digests bytea[], alone boolean) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    held int;
  BEGIN
    FOR held IN SELECT DISTINCT get_byte(d, 0) * 4 + get_byte(d, 1) / 64 FROM unnest(digests) AS d WHERE length(d) > 1 ORDER BY 1 LOOP
      IF alone THEN PERFORM pg_advisory_xact_lock(7356803, held);
      ELSE PERFORM pg_advisory_xact_lock_shared(7356803, held); END IF;
    END LOOP;
  END $$;

  CREATE FUNCTION hold_identity_of(person uuid) RETURNS bytea[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    digests bytea[] := array(SELECT digest FROM contact_points WHERE contact_id = person);
  BEGIN
    PERFORM hold_identity(digests, true);
    RETURN digests;
  END $$;

  -- In whose words a person said something: nothing of them comes to somebody who was erased. The rest, a "no" above all, does.
  CREATE FUNCTION without_words(evidence jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT evidence || coalesce(jsonb_object_agg(w.key, '—'), '{}') FROM jsonb_each_text(evidence) AS w
    WHERE w.key IN ('note', 'reason', 'sentence', 'document', 'told_by') AND w.value IS NOT NULL
  $$;
`;

const reads = 'INTO NEW.restricted, erased FROM contacts c WHERE c.id = NEW.contact_id';

const changes: Redefinition[] = [
  // Whoever erases the person is waited for.
  ['evidence_is_recorded()', `${reads};`, `${reads} FOR KEY SHARE;`],
  [
    'evidence_is_recorded()',
    'NEW.restricted := coalesce',
    'IF erased IS NOT NULL THEN NEW := jsonb_populate_record(NEW, public.without_words(to_jsonb(NEW))); END IF; NEW.restricted := coalesce',
  ],
  [
    'keep_stop_reply(uuid, uuid, uuid, bytea, text, text, timestamptz, timestamptz)',
    'INSERT INTO stop_replies',
    'PERFORM FROM contacts c WHERE c.id = $2 AND c.erased_at IS NULL FOR KEY SHARE; IF NOT FOUND THEN RETURN false; END IF; INSERT INTO stop_replies',
  ],
];

/** Nobody comes back unnoticed, and nothing is written of them, because it happened at the moment of their erasure (design rule 6). */
export class HeldIdentities1795720060000 implements MigrationInterface {
  readonly name = 'HeldIdentities1795720060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(holding + redefine(changes, 'up'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${redefine([...changes].reverse(), 'down')}
      DROP FUNCTION without_words(jsonb), hold_identity_of(uuid), hold_identity(bytea[], boolean);
    `);
  }
}
