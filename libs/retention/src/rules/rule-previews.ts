import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { Calendar, contactsWithin } from '@seloste/identity';
import { NotFound, type RequestContext } from '@seloste/kernel';
import { Database, Purges, type Over } from '@seloste/platform';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { overBefore } from '../clock/over-before.js';
import { addPeriod } from '../clock/periods.js';
import { RetentionRule } from './retention-rule.entity.js';
import { changedTerms } from './rule-terms.js';
import { PreviewTooLong } from './rules.errors.js';
import type { DueCounts, PreviewedPerson, PreviewRule, RulePreview } from './rules.dto.js';

const horizon = 90;
const sampled = 10;
/** How long a preview may hold the rule that it changes and takes back. */
const patience = '10s';

/** Carries what was seen out of a transaction that leaves no trace. */
class Undone extends Error {
  constructor(readonly preview: RulePreview) {
    super();
  }
}

interface Counts {
  moved: number;
  wasDue: number;
  wasDueSoon: number;
  due: number;
  dueSoon: number;
  sample: PreviewedPerson[];
}

/** Shows what a change of a rule would erase, before anybody decides on it. */
@Injectable()
export class RulePreviews {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
    private readonly purges: Purges,
  ) {}

  /** @throws NotFound, InvalidInput, PreviewTooLong */
  async preview(context: RequestContext, { ruleId, ...input }: PreviewRule): Promise<RulePreview> {
    const rule = await this.database.manager.findOneBy(RetentionRule, { id: ruleId });
    if (!rule) throw new NotFound('retention_rule');
    const { starts, period, reviewMonths } = changedTerms(rule, input);
    if (rule.covers !== 'people') return this.ofThings(rule, period);
    const today = await this.calendar.today();
    const preview = await undone(this.database, async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = '${patience}'`);
      const version = rule.version + 1;
      await tx.update(RetentionRule, { id: ruleId }, { starts, period, reviewMonths, version });
      return ofPeople(tx, context, { key: rule.key, today });
    });
    await this.audit.recordRead(context, {
      action: 'retention_rule.preview',
      subjectType: 'contact',
      shownIds: preview.sample.map(({ contactId }) => contactId),
    });
    return preview;
  }

  private async ofThings(rule: RetentionRule, period: string | null): Promise<RulePreview> {
    const after = await this.thingsDue(rule, period);
    return { ...after, before: await this.thingsDue(rule, rule.period), moved: null, sample: [] };
  }

  private async thingsDue(rule: RetentionRule, period: string | null): Promise<DueCounts> {
    const today = await this.calendar.today();
    const timeZone = await this.calendar.timeZone();
    const soon = addPeriod(today, `P${horizon}D`);
    const count = async (day: string): Promise<number> => {
      const [row] = await this.database.read<{ before: Date }>(firstNotOver, [day, period, timeZone]);
      const over: Over = {
        before: row?.before ?? new Date(0),
        today,
        action: rule.action === 'redact' ? 'redact' : 'delete',
        interactionType: rule.interactionType,
      };
      const dues = await Promise.all(this.purges.of(rule.covers).map((purge) => purge.due(over)));
      return dues.reduce((sum, due) => sum + due, 0);
    };
    return { dueNow: await count(today), dueWithin90Days: await count(soon) };
  }
}

const firstNotOver = `SELECT ${overBefore({ day: '$1', period: '$2', zone: '$3' })} AS before`;

const isBrokenOff = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '57014';

/** What `work` sees, in a transaction of which nothing stays. */
async function undone(
  database: Database,
  work: (tx: EntityManager) => Promise<RulePreview>,
): Promise<RulePreview> {
  try {
    return await database.transaction(async (tx): Promise<never> => {
      throw new Undone(await work(tx));
    });
  } catch (error) {
    if (error instanceof Undone) return error.preview;
    if (isBrokenOff(error)) throw new PreviewTooLong();
    throw error;
  }
}

/** What the rules as they stand in the transaction would do to people. */
async function ofPeople(
  tx: EntityManager,
  context: RequestContext,
  { key, today }: { key: string; today: string },
): Promise<RulePreview> {
  const parameters: unknown[] = [key, today, horizon, sampled];
  const within = contactsWithin(context, 'contacts.read', 'c', parameters) ?? 'true';
  const [counts] = await tx.query<[Counts]>(
    `WITH found AS MATERIALIZED (SELECT * FROM retention_differences($1, $2, $3)),
     touched AS (
       SELECT c.id, c.first_name, c.last_name, f.due_on, f.was_due_on FROM found f JOIN contacts c ON c.id = f.contact_id
       WHERE f.due_on IS DISTINCT FROM f.was_due_on AND ${within} ORDER BY f.due_on NULLS LAST, c.id LIMIT $4)
     SELECT count(*) FILTER (WHERE due_on IS DISTINCT FROM was_due_on)::int AS moved,
       count(*) FILTER (WHERE was_due_on <= $2)::int AS "wasDue", count(*) FILTER (WHERE was_due_on <= $2::date + $3::int)::int AS "wasDueSoon",
       count(*) FILTER (WHERE due_on <= $2)::int AS due, count(*) FILTER (WHERE due_on <= $2::date + $3::int)::int AS "dueSoon",
       (SELECT coalesce(json_agg(json_build_object('contactId', t.id, 'name', btrim(t.first_name || ' ' || t.last_name),
          'dueOn', t.due_on, 'wasDueOn', t.was_due_on)), '[]') FROM touched t) AS sample
     FROM found`,
    parameters,
  );
  return {
    dueNow: counts.due,
    dueWithin90Days: counts.dueSoon,
    before: { dueNow: counts.wasDue, dueWithin90Days: counts.wasDueSoon },
    moved: counts.moved,
    sample: counts.sample,
  };
}
