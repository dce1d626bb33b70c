import { Inject, Injectable } from '@nestjs/common';
import { Calendar } from '@seloste/identity';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database, type Reader } from '@seloste/platform';
import { overBefore } from '@seloste/retention';
import type { EntityManager } from 'typeorm';
import { RetentionRun } from './retention-run.entity.js';

/** A rule about things, as it stands on the day of the run. */
export interface ThingRule {
  key: string;
  covers: string;
  interactionType: string | null;
  action: 'delete' | 'redact';
  /** What began before this instant is over: the end of the last day from which the period has passed. */
  before: Date;
}

const thingRules = `
  SELECT r.key, r.covers, r.interaction_type AS "interactionType", r.action,
    ${overBefore({ day: '$1', period: 'r.period', zone: '$2' })} AS before
  FROM retention_rules r WHERE r.covers <> 'people' AND r.action IN ('delete', 'redact') ORDER BY r.key`;

const planThings = `
  INSERT INTO retention_run_items (run_id, id, subject_type, rule_key, rule_version, ground, action, counted, outcome)
  SELECT $1, gen_random_uuid(), r.covers, r.key, r.version, 'retention', r.action, 0, 'pending'
  FROM retention_rules r WHERE r.covers <> 'people' AND r.action IN ('delete', 'redact')`;

/** Writes down at the start of a run who and what it is about, and by which versions of the rules. */
@Injectable()
export class RunPlan {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The run with its items: as it stands, or as this makes it. Null when it is over. */
  begin(id: string): Promise<RetentionRun | null> {
    return this.database.transaction(async (tx) => {
      const run = await tx.findOne(RetentionRun, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!run || run.finishedAt !== null) return null;
      if (run.startedAt !== null) return run;
      await this.write(tx, run);
      return tx.findOneByOrFail(RetentionRun, { id });
    });
  }

  private async write(tx: EntityManager, { id, asOf, dryRun }: RetentionRun): Promise<void> {
    const now = this.clock.now();
    await tx.query(`SET LOCAL statement_timeout = '10min'`);
    await tx.query('SELECT retention_plan_people($1, $2, $3, $4)', [id, asOf, now, dryRun]);
    await tx.query('SELECT retention_plan_parts($1, $2)', [id, asOf]);
    await tx.query(planThings, [id]);
    await tx.query(
      `UPDATE retention_runs SET status = 'running', started_at = $2, progressed_at = now(),
         rule_versions = (SELECT jsonb_object_agg(key, version) FROM retention_rules) WHERE id = $1`,
      [id, now],
    );
  }

  /** The rules about things, by key, with what is over by them on the day. */
  async thingRules(reader: Reader, asOf: string): Promise<Map<string, ThingRule>> {
    const rules = await reader.read<ThingRule & Record<string, unknown>>(thingRules, [
      asOf,
      await this.calendar.timeZone(),
    ]);
    return new Map(rules.map((rule) => [rule.key, rule]));
  }
}
