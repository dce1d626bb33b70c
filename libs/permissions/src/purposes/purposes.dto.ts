import { ApiProperty } from '@nestjs/swagger';
import { legalBases, purposeClasses, type LegalBasis, type PurposeClass } from '@seloste/kernel';
import {
  CalendarDay,
  Nested,
  NotNull,
  OneOf,
  OneOfOrNull,
  OptionalText,
  Reference,
  Text,
} from '@seloste/platform';
import { IsBoolean, IsOptional, Matches } from 'class-validator';

/** What a purpose is called, in every language that people read. */
export class PurposeName {
  @Text(100)
  fi!: string;

  @Text(100)
  sv!: string;

  @Text(100)
  en!: string;
}

/** A purpose of the company's own. */
export class CreatePurpose {
  /** Stays as it is; made out of the English name when left out. */
  @NotNull()
  @Matches(/^(?!all$)[a-z][a-z0-9_]{1,39}$/)
  key?: string;

  @Nested(() => PurposeName)
  name!: PurposeName;

  /** Stays as it is: what somebody said no to must not become something else. */
  @OneOf(purposeClasses)
  class!: PurposeClass;

  /** Without one the purpose is not switched on. */
  @OneOfOrNull(legalBases)
  basis?: LegalBasis | null;

  /** Why the company's interest weighs more; required for a legitimate interest. */
  @OptionalText(10_000)
  balancingNote?: string | null;

  /** A day to come, on which the balancing is looked at again; required for a legitimate interest. */
  @IsOptional()
  @CalendarDay()
  reviewOn?: string | null;

  /** True when left out, where there is a basis. */
  @NotNull()
  @IsBoolean()
  switchedOn?: boolean;
}

/** What is given is changed. A note or a day of review is a review: who looked, and when, is kept. */
export class UpdatePurpose {
  /** Of the company's own purposes only. */
  @NotNull()
  @Nested(() => PurposeName)
  name?: PurposeName;

  @OneOfOrNull(legalBases)
  basis?: LegalBasis | null;

  /** Null: the product's standard note again, of a built-in purpose. */
  @OptionalText(10_000)
  balancingNote?: string | null;

  @IsOptional()
  @CalendarDay()
  reviewOn?: string | null;

  @NotNull()
  @IsBoolean()
  switchedOn?: boolean;
}

export class PurposeResponse {
  key!: string;
  @ApiProperty({ type: String, enum: purposeClasses })
  class!: PurposeClass;
  /** Comes with the product: its catalogue names it. */
  builtIn!: boolean;
  /** Null of a built-in purpose. */
  name!: PurposeName | null;
  @ApiProperty({ type: String, enum: legalBases, nullable: true })
  basis!: LegalBasis | null;
  /** The company's own, else the product's standard note in the caller's language. */
  balancingNote!: string | null;
  hasOwnNote!: boolean;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  reviewOn!: string | null;
  /** Rests on a legitimate interest whose balancing should have been looked at again by now. */
  isReviewOverdue!: boolean;
  reviewedAt!: Date | null;
  reviewedBy!: Reference | null;
  switchedOn!: boolean;
  version!: number;
}

export class PurposeList {
  items!: PurposeResponse[];
  /** How many balancings should have been looked at again by now. */
  overdueReviews!: number;
  /** How many people should have been told of us by now, counted up to ten thousand; null for who does not look after notices. */
  overdueNotices!: number | null;
}
