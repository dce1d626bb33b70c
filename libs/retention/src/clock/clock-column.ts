import { ApiProperty } from '@nestjs/swagger';
import type { Language } from '@seloste/kernel';
import { retentionStarts, type RetentionStart } from '../rules/retention-vocabulary.js';
import { reasonOf, type Clock } from './reason-of.js';

/** The clock of the person `c` as JSON: a {@link Clock}. */
export const clockColumn = (c: string): string => `json_build_object('dueOn', ${c}.retention_due_on,
    'reviewOn', ${c}.retention_review_on, 'ground', ${c}.retention_ground, 'start', ${c}.retention_start, 'startedOn', ${c}.retention_started_on,
    'period', (SELECT rv.period FROM retention_rule_versions rv WHERE rv.key = ${c}.retention_ground AND rv.version = ${c}.retention_rule_version))`;

/** The day of the person `c` on which something happens to their clock: indexed. */
export const clockDay = (c: string): string => `coalesce(${c}.retention_due_on, ${c}.retention_review_on)`;

/** When a person is erased, or their ground is looked at next; exactly one of the two days is set (design rule 4). */
export class RetentionResponse {
  /** The day the person is erased; null while an open-ended ground holds. */
  dueOn!: string | null;
  /** The day an open-ended ground is looked at again. */
  reviewOn!: string | null;
  /** The key of the retention rule. */
  ground!: string;
  /** In words, in the caller's language. */
  reason!: string;
  /** What started the clock. */
  @ApiProperty({ enum: retentionStarts })
  start!: RetentionStart;
  startedOn!: string;
}

/** A clock as the API shows it; null stays null. */
export function toRetention(clock: Clock | null, language: Language): RetentionResponse | null {
  if (clock === null) return null;
  const { period, ...rest } = clock;
  return { ...rest, reason: reasonOf({ ...rest, period }, language) };
}
