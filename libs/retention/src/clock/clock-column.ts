import type { Language } from '@seloste/kernel';
import { reasonOf, type Clock } from './reason-of.js';
import type { RetentionResponse } from './retention.dto.js';

/** The clock of the person `c` as JSON: a {@link Clock}. */
export const clockColumn = (c: string): string => `(
    SELECT json_build_object('dueOn', ${c}.retention_due_on, 'reviewOn', ${c}.retention_review_on, 'ground', ${c}.retention_ground,
      'start', ${c}.retention_start, 'startedOn', ${c}.retention_started_on, 'period', rv.period, 'action', rv.action)
    FROM retention_rule_versions rv WHERE rv.key = ${c}.retention_ground AND rv.version = ${c}.retention_rule_version)`;

/** The day of the person `c` on which something happens to their clock: indexed. */
export const clockDay = (c: string): string => `coalesce(${c}.retention_due_on, ${c}.retention_review_on)`;

/** A clock as the API shows it; null stays null. */
export function toRetention(clock: Clock | null, language: Language): RetentionResponse | null {
  if (clock === null) return null;
  const { period, action, ...rest } = clock;
  return { ...rest, reason: reasonOf({ ...rest, period, action }, language) };
}
