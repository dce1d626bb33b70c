import type { Language } from '@seloste/kernel';
import { reasonOfThing, type ThingClock } from './reason-of.js';
import type { ThingRetentionResponse } from './retention.dto.js';

/** A {@link ThingClock} and the key of its rule, as SQL hands it over. */
export interface ThingClockColumn extends ThingClock {
  ground: string;
}

/**
 * The clock of a thing as JSON, reckoned and not stored: by the rule that `rule` finds among the retention rules `rr`,
 * from the instant `startedAt`. `what` is SQL for the thing's kind, `unless` for when nothing is left to go.
 */
export const thingClockColumn = ({
  rule,
  startedAt,
  what,
  unless,
}: Record<'rule' | 'startedAt' | 'what' | 'unless', string>): string => `(
    SELECT json_build_object('dueOn', (day.began + rr.period::interval)::date, 'ground', rr.key, 'action', rr.action, 'what', ${what},
      'startedOn', day.began, 'period', rr.period)
    FROM retention_rules rr, (SELECT (${startedAt} AT TIME ZONE (SELECT controller_zone()))::date AS began) day WHERE ${rule} AND NOT (${unless}))`;

/** A clock as the API shows it; null stays null. */
export const toThingRetention = (
  clock: ThingClockColumn | null,
  language: Language,
): ThingRetentionResponse | null =>
  clock === null
    ? null
    : { dueOn: clock.dueOn, ground: clock.ground, reason: reasonOfThing(clock, language) };
