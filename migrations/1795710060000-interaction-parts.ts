import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was said goes with the part of its only person, where that is sooner than its kind's own rule has it (C6, V12). */
export class InteractionParts1795710060000 implements MigrationInterface {
  readonly name = 'InteractionParts1795710060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The part of its only person with which the interaction goes; null: with none.
      CREATE FUNCTION interaction_part(interaction uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT n.part || jsonb_build_object('ground', coalesce(n.part->>'ground', c.retention_ground))
        FROM interaction_participants p JOIN contacts c ON c.id = p.contact_id CROSS JOIN LATERAL jsonb_array_elements(c.retention_parts) AS n(part)
        WHERE p.interaction_id = interaction AND c.erased_at IS NULL AND n.part->'categories' ? 'communication' AND n.part->>'action' <> 'review'
          AND interaction_is_past_need(interaction, (n.part->>'dueOn')::date, controller_day(now()))
          AND NOT EXISTS (SELECT FROM interaction_participants o JOIN contacts oc ON oc.id = o.contact_id
            WHERE o.interaction_id = interaction AND o.contact_id <> c.id AND oc.erased_at IS NULL)
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION interaction_part(uuid)');
  }
}
