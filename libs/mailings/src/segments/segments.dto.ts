import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  languages,
  productStatuses,
  relationshipStatuses,
  type Language,
  type ProductStatus,
  type Purpose,
  type RelationshipStatus,
} from '@seloste/kernel';
import {
  CalendarDay,
  Id,
  ListQuery,
  Nested,
  NotNull,
  OneOf,
  OptionalText,
  Reference,
  Text,
} from '@seloste/platform';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn } from 'class-validator';

/** At least one, at most `most`, none twice. */
const Several =
  (most: number): PropertyDecorator =>
  (target, property) => {
    for (const rule of [NotNull(), IsArray(), ArrayNotEmpty(), ArrayMaxSize(most), ArrayUnique()])
      rule(target, property);
  };

/** Several filters narrow the segment down; several values of one widen it. */
export class SegmentFiltersDto {
  @Several(500)
  @Id(true)
  companyIds?: string[];

  /** Of the employer: a code of TOL 2008 or its beginning, the letter of a section, or a name in Finnish, Swedish or English or a part of it. */
  @NotNull()
  @Text(150)
  industry?: string;

  /** With the employer. */
  @NotNull()
  @OneOf(relationshipStatuses)
  relationship?: RelationshipStatus;

  /** Whatever their case. */
  @Several(50)
  @Text(150, true)
  areasOfResponsibility?: string[];

  /** Names of products that the employer has any of, whatever their case. */
  @Several(50)
  @Text(100, true)
  products?: string[];

  /** Of the products named, or of any. */
  @NotNull()
  @OneOf(productStatuses)
  productStatus?: ProductStatus;

  @ApiPropertyOptional({ enum: languages, isArray: true })
  @Several(languages.length)
  @IsIn(languages, { each: true })
  languages?: Language[];

  /** The person's interests, any of them, whatever their case. */
  @Several(50)
  @Text(100, true)
  tags?: string[];

  /** The last contact was before this day, or there was none. */
  @NotNull()
  @CalendarDay()
  lastContactBefore?: string;

  /** The last contact was on this day or later. */
  @NotNull()
  @CalendarDay()
  lastContactAfter?: string;

  /** Who looks after the person. */
  @Several(200)
  @Id(true)
  ownerIds?: string[];
}

export class CreateSegment {
  @Text(150)
  name!: string;

  @Nested(() => SegmentFiltersDto)
  filters!: SegmentFiltersDto;

  /**
   * A purpose of class profiling, when choosing these people is profiling: whoever objected to it is left out (H12,
   * GDPR Art. 21(2)), and everybody as long as the purpose is switched off, as it is from the beginning. Nobody is
   * scored: no score of a person is computed anywhere (GDPR Art. 22).
   */
  @OptionalText(40)
  profilingPurpose?: Purpose | null;
}

export class UpdateSegment {
  @NotNull()
  @Text(150)
  name?: string;

  /** Replaces all filters. */
  @NotNull()
  @Nested(() => SegmentFiltersDto)
  filters?: SegmentFiltersDto;

  @OptionalText(40)
  profilingPurpose?: Purpose | null;
}

export class SegmentResponse {
  id!: string;
  name!: string;
  filters!: SegmentFiltersDto;
  @ApiProperty({ type: String, nullable: true })
  profilingPurpose!: Purpose | null;
  createdAt!: Date;
  createdBy!: Reference | null;
  updatedAt!: Date;
  version!: number;
}

export class SegmentPage {
  items!: SegmentResponse[];
  nextCursor!: string | null;
  total!: number | null;
}

export class SegmentPeopleQuery extends ListQuery {}

export class SegmentPerson {
  id!: string;
  name!: string;
  title!: string | null;
  areaOfResponsibility!: string | null;
  @ApiProperty({ type: String, enum: languages, nullable: true })
  language!: Language | null;
  company!: Reference | null;
  lastInteractionAt!: Date | null;
}

/** Whom the profiling purpose of a segment leaves out. */
export class SegmentProfiling {
  @ApiProperty({ type: String })
  purpose!: Purpose;
  leftOut!: number;
  /** How many for which reason. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  byCode!: Record<string, number>;
  /** Why nobody is left, while the purpose is switched off: in the caller's language. */
  sentence!: string | null;
}

export class SegmentPeoplePage {
  items!: SegmentPerson[];
  nextCursor!: string | null;
  /** How many people the segment has right now, exactly; on the first page. */
  total!: number | null;
  /** For a segment with a profiling purpose, on the first page. */
  profiling!: SegmentProfiling | null;
}
