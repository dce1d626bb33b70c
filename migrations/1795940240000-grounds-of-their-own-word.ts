import type { MigrationInterface, QueryRunner } from 'typeorm';
import { redefine, type Redefinition } from './redefine-functions.js';

const plan = 'retention_plan_people(uuid, date, timestamptz, boolean)';

const ownWord = `CASE c.retention_start WHEN ''objected'' THEN ''objection'' WHEN ''consent_withdrawn'' THEN ''consent_withdrawn'' ELSE ''retention'' END`;

const [byItsGround, byWhoAsked] = [`e.ground <> ''retention''`, 'e.requested_by IS NOT NULL'];

const changes: Redefinition[] = [
  [
    plan,
    `c.retention_rule_version, ''retention'', r.action`,
    `c.retention_rule_version, ${ownWord}, r.action`,
  ],
  [plan, byItsGround, byWhoAsked],
  ['retention_plan_parts(uuid, date)', byItsGround, byWhoAsked],
];

/**
 * Whom a purge takes by their own word goes on that ground (GDPR Art. 17(1)(b), (c)). That a rule began an erasure is
 * told by nobody having asked for it, no longer by its ground.
 */
export class GroundsOfTheirOwnWord1795940240000 implements MigrationInterface {
  readonly name = 'GroundsOfTheirOwnWord1795940240000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(redefine(changes, 'up'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(redefine(changes, 'down'));
  }
}
