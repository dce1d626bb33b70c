import { ApiProperty } from '@nestjs/swagger';
import type { DataCategory } from '@seloste/kernel';
import { ListQuery, OneOf, type Reference } from '@seloste/platform';
import { IsBoolean, IsOptional } from 'class-validator';
import { erasureGrounds, type ErasureGround } from '../erasure.entity.js';
import { alarmCodes } from './retention-alarm.entity.js';
import { runKinds, runStatuses } from './retention-run.entity.js';
import { itemActions, outcomes } from './retention-run-item.entity.js';

export class CreateRun {
  /** Lists who and what would go, with the reasons, and changes nothing. */
  @IsBoolean()
  dryRun!: boolean;
}

export class RunCreated {
  id!: string;
}

/** How many ended how; in a dry run `pending` are those who would go. */
export class PeopleCounts {
  pending!: number;
  done!: number;
  /** Something of them has to stay, or their processing is restricted. */
  held!: number;
  /** Their rule asks for a look, or somebody has to decide something first. */
  waiting!: number;
  failed!: number;
  /** They were due no more when their turn came. */
  left!: number;
}

export class RuleCount {
  /** `contact`, or the kind of things as the rules name it. */
  subjectType!: string;
  /** Null for people who go for another reason than a rule. */
  ruleKey!: string | null;
  @OneOf(erasureGrounds)
  ground!: ErasureGround;
  @OneOf(itemActions)
  action!: (typeof itemActions)[number];
  @OneOf(outcomes)
  outcome!: (typeof outcomes)[number];
  count!: number;
}

export class RunProgress {
  /** Of people, and of rules about things. */
  done!: number;
  of!: number;
}

export class RunCountsResponse {
  people!: PeopleCounts;
  /** Of people who stay: parts of them that no ground needs any more. Null in a run from before there were any. */
  parts!: PeopleCounts | null;
  rules!: RuleCount[];
}

/** Milliseconds. */
export class RunDurations {
  planning!: number | null;
  people!: number | null;
  things!: number | null;
}

export class RunSummary {
  id!: string;
  @OneOf(runKinds)
  kind!: (typeof runKinds)[number];
  dryRun!: boolean;
  @OneOf(runStatuses)
  status!: (typeof runStatuses)[number];
  /** Null: the clock. */
  requestedBy!: Reference | null;
  requestedAt!: Date;
  /** The day, in the controller's zone, on which those are due who go. */
  @ApiProperty({ type: String, format: 'date' })
  asOf!: string;
  startedAt!: Date | null;
  finishedAt!: Date | null;
  /** Why it broke off, as a code. */
  failure!: string | null;
  /** Once it has begun. */
  people!: PeopleCounts | null;
}

export class RunResponse extends RunSummary {
  progress!: RunProgress;
  counts!: RunCountsResponse;
  /** By key; null before it begins. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' }, nullable: true })
  ruleVersions!: Record<string, number> | null;
  durations!: RunDurations;
  /** How many people and rules failed; their items say why. */
  exceptions!: number;
}

export class RunPage {
  items!: RunSummary[];
  nextCursor!: string | null;
  total!: number | null;
}

export class RunItemQuery extends ListQuery {
  @IsOptional()
  @OneOf(outcomes)
  outcome?: (typeof outcomes)[number];
}

export class RunItemResponse {
  id!: string;
  subjectType!: string;
  /** Of a person, as far as the caller sees them; null for things, for restricted people and for those whose row is gone. */
  subject!: Reference | null;
  subjectId!: string | null;
  ruleKey!: string | null;
  ruleVersion!: number | null;
  @OneOf(erasureGrounds)
  ground!: ErasureGround;
  @OneOf(itemActions)
  action!: (typeof itemActions)[number];
  /** Of somebody who stays (`narrow`): the categories of data that go; null otherwise. */
  @ApiProperty({ type: [String], nullable: true })
  categories!: DataCategory[] | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn!: string | null;
  /** In words, in the caller's language; null for things. */
  reason!: string | null;
  /** How many things; of people, one. */
  count!: number;
  @OneOf(outcomes)
  outcome!: (typeof outcomes)[number];
  /** Why not, or not yet: `hold`, `restricted`, `review`, `in_grace`, `waiting_for_decisions`, `incomplete`, or of what kind an error was. */
  code!: string | null;
  erasureId!: string | null;
  doneAt!: Date | null;
}

export class RunItemPage {
  items!: RunItemResponse[];
  nextCursor!: string | null;
  total!: number | null;
}

export class AlarmResponse {
  @OneOf(alarmCodes)
  code!: (typeof alarmCodes)[number];
  since!: Date;
}

export class RetentionStatus {
  lastRun!: RunSummary | null;
  nextRunAt!: Date;
  /** Null while the nightly purge does its work. */
  alarm!: AlarmResponse | null;
}
