import { ApiProperty } from '@nestjs/swagger';
import { interactionTypes, legalBases, type InteractionType, type LegalBasis } from '@seloste/kernel';
import { Id, NotNull, OneOf, Reference, Text } from '@seloste/platform';
import {
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import {
  keptCategories,
  retentionActions,
  retentionCovers,
  type KeptCategory,
  type RetentionAction,
  type RetentionCover,
} from './retention-vocabulary.js';

const dayOrNull = { type: String, format: 'date', nullable: true } as const;

class PeriodOfRule {
  /** ISO 8601, of calendar days: `P12M`, `P18M`, `P30D`, `P0D` (at once); null: as long as the ground holds. */
  @ApiProperty({ type: String, nullable: true, example: 'P12M' })
  @ValidateIf((_, value) => value !== null)
  @IsString()
  @MaxLength(20)
  period!: string | null;

  /** After how many months an open-ended ground is looked at again; 12 when left out. */
  @NotNull()
  @IsInt()
  @Min(1)
  @Max(12)
  reviewMonths?: number;

  /** What starts the clock, among the rule's `possibleStarts`; as it is when left out. */
  @NotNull()
  @Text(40)
  starts?: string;
}

/** What a rule says from now on. */
export class ChangeRule extends PeriodOfRule {
  /** Among the rule's `possibleActions`; as it is when left out. */
  @NotNull()
  @OneOf(retentionActions)
  action?: RetentionAction;

  @OneOf(legalBases)
  basis!: LegalBasis;

  /** What it is needed for, in words. */
  @Text(2000)
  note!: string;

  /** The categories of data that the ground needs; as they are when left out. */
  @NotNull()
  @ApiProperty({ type: String, enum: keptCategories, isArray: true, required: false })
  @IsArray()
  @ArrayUnique()
  @IsIn(keptCategories, { each: true })
  keeps?: KeptCategory[];
}

/** A change to look at before it is made. */
export class PreviewRule extends PeriodOfRule {
  @Id()
  ruleId!: string;
}

export class RuleVersionResponse {
  version!: number;
  starts!: string;
  period!: string | null;
  reviewMonths!: number | null;
  @ApiProperty({ enum: retentionActions })
  action!: RetentionAction;
  @ApiProperty({ enum: legalBases })
  basis!: LegalBasis;
  note!: string;
  @ApiProperty({ enum: keptCategories, isArray: true })
  keeps!: KeptCategory[];
  longest!: string | null;
  changedAt!: Date;
  /** Null: as shipped. */
  changedBy!: Reference | null;
}

export class RuleResponse extends RuleVersionResponse {
  id!: string;
  /** Stable; of a rule on people, the ground on which they are kept. */
  key!: string;
  @ApiProperty({ enum: retentionCovers })
  covers!: RetentionCover;
  @ApiProperty({ type: String, enum: interactionTypes, nullable: true })
  interactionType!: InteractionType | null;
  possibleStarts!: string[];
  @ApiProperty({ enum: retentionActions, isArray: true })
  possibleActions!: RetentionAction[];
  /** Must it stay without an end? */
  isOpenEnded!: boolean;
  /** Set by another route: the audit's by `PUT /audit-retention`. */
  isSetElsewhere!: boolean;
  /** How many people the rule keeps; null for rules on things. */
  people!: number | null;
}

export class RuleList {
  items!: RuleResponse[];
}

/** With every version, the newest first. */
export class RuleWithHistory extends RuleResponse {
  versions!: RuleVersionResponse[];
}

export class DueCounts {
  /** Erased, deleted or redacted in the next run. */
  dueNow!: number;
  /** Those, and who and what follows within ninety days. */
  dueWithin90Days!: number;
}

export class PreviewedPerson {
  contactId!: string;
  name!: string;
  @ApiProperty(dayOrNull)
  dueOn!: string | null;
  /** As it is now. */
  @ApiProperty(dayOrNull)
  wasDueOn!: string | null;
}

/** What the change would do, before it does anything. */
export class RulePreview extends DueCounts {
  /** With the rule as it is. */
  before!: DueCounts;
  /** How many clocks would move; null for rules on things. */
  moved!: number | null;
  /** Whom it touches first, of those whom the caller sees. */
  sample!: PreviewedPerson[];
}
