import type { MigrationInterface, QueryRunner } from 'typeorm';
import { redefine, type Redefinition } from './redefine-functions.js';

const quoted = (sql: string): string => sql.replaceAll("'", "''");

const standing = `o.purpose IN ('all', 'direct_marketing')
         AND NOT EXISTS (SELECT FROM objection_withdrawals w WHERE w.objection_id = o.id)`;

const toAllAtOnce = `(SELECT (min(o.objected_at) AT TIME ZONE z.zone)::date FROM objections o
       WHERE o.contact_id = c.id AND o.channel = 'all' AND ${standing})`;

const toEach = `(SELECT CASE WHEN count(*) = 6 THEN (max(refused.at) AT TIME ZONE z.zone)::date END FROM (
        SELECT min(o.objected_at) AS at FROM objections o
          JOIN unnest('{email,phone,sms,post,social,chat}'::text[]) AS by (channel) ON o.channel IN ('all', by.channel)
        WHERE o.contact_id = c.id AND ${standing}
        GROUP BY by.channel) AS refused)`;

const isToAll = `(n.channel = 'all' AND n.purpose IN ('all', 'direct_marketing'))`;

const isToAllByNow = `(n.purpose IN ('all', 'direct_marketing')
      AND (n.channel = 'all' OR (SELECT count(DISTINCT o.channel) >= 6 FROM objections o WHERE o.contact_id = n.contact_id)))`;

const changes: Redefinition[] = [
  ['retention_facts_of(uuid[])', quoted(toAllAtOnce), quoted(toEach)],
  ['objections_move_clocks()', quoted(isToAll), quoted(isToAllByNow)],
];

/** Whoever says no by each channel has said no, on the day of the last of them (GDPR Art. 21). */
export class RefusalsByChannel1795930000000 implements MigrationInterface {
  readonly name = 'RefusalsByChannel1795930000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(redefine(changes, 'up'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(redefine(changes, 'down'));
  }
}
