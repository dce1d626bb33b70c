import type { Language } from '@seloste/kernel';
import { reasonOfContents, type ClockPart } from './clock-parts.js';
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

/**
 * The part of a person with which the interaction `i` goes, as JSON: {@link ThingPart}, or null. Asked only of those who
 * have parts.
 */
export const interactionPartColumn = (i: string): string => `CASE WHEN ${i}.redacted_at IS NULL AND EXISTS (
      SELECT FROM interaction_participants pp JOIN contacts pc ON pc.id = pp.contact_id WHERE pp.interaction_id = ${i}.id AND pc.retention_parts IS NOT NULL)
    THEN interaction_part(${i}.id) END`;

/** A part as SQL hands it over, and the rule by which it goes. */
export type ThingPart = ClockPart & { ground: string };

/** A clock as the API shows it, or the part with which the thing goes sooner; null stays null. */
export function toThingRetention(
  clock: ThingClockColumn | null,
  language: Language,
  part: ThingPart | null = null,
): ThingRetentionResponse | null {
  if (clock === null) return null;
  if (part !== null && part.dueOn < clock.dueOn)
    return { dueOn: part.dueOn, ground: part.ground, reason: reasonOfContents(part, language) };
  return { dueOn: clock.dueOn, ground: clock.ground, reason: reasonOfThing(clock, language) };
}
