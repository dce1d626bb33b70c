import { ApiProperty } from '@nestjs/swagger';
import { CalendarDay, ListQuery, NotNull, OneOf, OptionalText, Reference, Text } from '@seloste/platform';
import { Transform } from 'class-transformer';
import { ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';
import { heldCategories, holdGrounds, type HeldCategory, type HoldGround } from './hold-grounds.js';

const day = { type: String, format: 'date' } as const;
const dayOrNull = { ...day, nullable: true } as const;

/** What has to stay, why and until when. */
export class PlaceHold {
  @OneOf(holdGrounds)
  ground!: HoldGround;

  /** In words: which dispute, which deal. */
  @Text(2000)
  reason!: string;

  /** Number or name of the document; required for those of the Accounting Act. */
  @OptionalText(300)
  document?: string | null;

  /** The last day of the financial year that the document belongs to: for the Accounting Act, and only for it. */
  @IsOptional()
  @CalendarDay()
  financialYearEndedOn?: string | null;

  /** The last day, on which it still is held. The Accounting Act's are counted from the financial year, and may be left out. */
  @IsOptional()
  @CalendarDay()
  until?: string | null;

  /** When it is looked at again, at most twelve months ahead; in twelve months when nothing else ends it by then. */
  @IsOptional()
  @CalendarDay()
  reviewOn?: string | null;

  /** What of the person has to stay; what the ground needs when left out. */
  @NotNull()
  @ApiProperty({ type: String, enum: heldCategories, isArray: true, required: false })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(heldCategories, { each: true })
  categories?: HeldCategory[];
}

export class ReleaseHold {
  /** Why it is needed no more. */
  @Text(2000)
  reason!: string;
}

export class ReviewHold {
  /** Why it is still needed. */
  @Text(2000)
  note!: string;

  /** The next time, at most twelve months ahead. */
  @CalendarDay()
  reviewOn!: string;
}

export class HoldQuery extends ListQuery {
  @IsOptional()
  @OneOf(holdGrounds)
  ground?: HoldGround;

  /** True: only those whose review is due; false: only those whose review is to come, or that have none. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  @ApiProperty({ type: Boolean, required: false })
  due?: boolean;
}

export const holdStatuses = ['in_force', 'over', 'released'] as const;
type HoldStatus = (typeof holdStatuses)[number];

export class HoldReleaseResponse {
  releasedAt!: Date;
  releasedBy!: Reference | null;
  reason!: string;
}

export class HoldReviewResponse {
  reviewedAt!: Date;
  reviewedBy!: Reference | null;
  note!: string;
  /** The next time. */
  @ApiProperty(day)
  reviewOn!: string;
}

export class HoldResponse {
  id!: string;
  /** The person; null when it holds for a whole company. */
  contact!: Reference | null;
  /** The company for whose people and documents it holds; null for a single person's, or where the caller does not see it. */
  company!: Reference | null;
  @ApiProperty({ type: String, enum: holdGrounds })
  ground!: HoldGround;
  document!: string | null;
  reason!: string;
  @ApiProperty(dayOrNull)
  financialYearEndedOn!: string | null;
  /** The last day, on which it still is held; null: until it is released. */
  @ApiProperty(dayOrNull)
  until!: string | null;
  @ApiProperty(dayOrNull)
  reviewOn!: string | null;
  /** Has the day of its review come? */
  due!: boolean;
  @ApiProperty({ type: String, enum: heldCategories, isArray: true })
  categories!: HeldCategory[];
  /** `over`: its last day is past; it ended by itself. */
  @ApiProperty({ type: String, enum: holdStatuses })
  status!: HoldStatus;
  placedAt!: Date;
  placedBy!: Reference | null;
  release!: HoldReleaseResponse | null;
  /** The latest first. */
  reviews!: HoldReviewResponse[];
}

export class HoldList {
  items!: HoldResponse[];
}

export class HoldPage {
  items!: HoldResponse[];
  nextCursor!: string | null;
  total!: number | null;
}
