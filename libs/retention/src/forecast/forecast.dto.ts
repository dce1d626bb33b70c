import { ApiProperty } from '@nestjs/swagger';
import { Id, ListQuery, OneOf, Reference } from '@seloste/platform';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { holdGrounds, type HoldGround } from '../holds/hold-grounds.js';
import {
  retentionGrounds,
  retentionStarts,
  type RetentionGround,
  type RetentionStart,
} from '../rules/retention-vocabulary.js';

const day = { type: String, format: 'date' } as const;

/** How far the forecast looks when nobody says, in days. */
export const forecastDays = 90;

export class ForecastQuery extends ListQuery {
  /** How far to look, 1–730; 90 when left out. */
  @ApiProperty({ required: false })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(730)
  days: number = forecastDays;

  @IsOptional()
  @Id()
  ownerId?: string;

  @IsOptional()
  @OneOf(retentionGrounds)
  ground?: RetentionGround;
}

/** What stays of them, restricted, when the rest goes. */
export class ForecastHold {
  @ApiProperty({ type: String, enum: holdGrounds })
  ground!: HoldGround;
  /** Null: until it is released. */
  @ApiProperty({ ...day, nullable: true })
  until!: string | null;
}

export class ForecastItem {
  contactId!: string;
  name!: string;
  /** Null where there is none, or none that the caller sees. */
  company!: Reference | null;
  owner!: Reference | null;
  /** The day they go; one that is past: with the next run. */
  @ApiProperty(day)
  dueOn!: string;
  @ApiProperty({ type: String, enum: retentionGrounds })
  ground!: RetentionGround;
  @ApiProperty({ type: String, enum: retentionStarts })
  start!: RetentionStart;
  /** In words, in the caller's language. */
  reason!: string;
  /** The one that lasts longest. */
  hold!: ForecastHold | null;
}

export class LeavingInWeek {
  /** Its Monday; who is overdue counts in the present week. */
  @ApiProperty(day)
  week!: string;
  count!: number;
}

export class LeavingOnGround {
  @ApiProperty({ type: String, enum: retentionGrounds })
  ground!: RetentionGround;
  count!: number;
}

export class LeavingOfOwner {
  /** Null: nobody looks after them. */
  owner!: Reference | null;
  count!: number;
}

export class ForecastResponse {
  days!: number;
  /** Everybody who goes within these days; null on a later page, where the counts below are empty as well. */
  total!: number | null;
  byWeek!: LeavingInWeek[];
  byGround!: LeavingOnGround[];
  /** Most first. */
  byOwner!: LeavingOfOwner[];
  /** The first to go first. */
  items!: ForecastItem[];
  nextCursor!: string | null;
}
