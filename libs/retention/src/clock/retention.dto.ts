import { ApiProperty } from '@nestjs/swagger';
import type { DataCategory } from '@seloste/kernel';
import { retentionStarts, type RetentionStart } from '../rules/retention-vocabulary.js';
import { partCategories } from './clock-parts.js';

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

/** What goes of a person who stays, since no ground needs it any more. */
export class RetentionPart {
  @ApiProperty({ enum: partCategories, isArray: true })
  categories!: DataCategory[];
  /** `YYYY-MM-DD`. */
  dueOn!: string;
  /** In words, in the caller's language. */
  reason!: string;
}

/** The clock of one person, and what goes before it is over. */
export class PersonRetention extends RetentionResponse {
  /** The first to go first; only what is in the person's data. */
  @ApiProperty({ type: [RetentionPart] })
  parts!: RetentionPart[];
}

/** When a thing goes, or its words do, by which rule and why. */
export class ThingRetentionResponse {
  /** `YYYY-MM-DD`. */
  dueOn!: string;
  /** The key of the retention rule. */
  ground!: string;
  /** In words, in the caller's language. */
  reason!: string;
}
