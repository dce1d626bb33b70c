import {
  Id,
  ListOf,
  ListQuery,
  NotNull,
  OneOf,
  OneOfOrNull,
  OptionalText,
  Reference,
  Text,
} from '@seloste/platform';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsISO8601, IsOptional } from 'class-validator';
import {
  breachNatures,
  breachRisks,
  breachSteps,
  silences,
  type BreachNature,
  type BreachRisk,
  type BreachStep,
  type Silence,
} from './breach-words.js';
import type { NotifyUrgency } from './time-limit.js';

const instant = { type: String, format: 'date-time' } as const;

const Instant = () => IsISO8601({ strict: true, strictSeparator: true });

export class ReportBreach {
  /** What happened, in words. */
  @Text(10_000)
  facts!: string;

  /** When we became aware of it; now when left out. The 72 hours run from here. */
  @NotNull()
  @Instant()
  @ApiProperty({ ...instant, required: false })
  awareAt?: string;
}

/** What is known of a breach by now; what is left out stays as it is. */
export class AssessBreach {
  @NotNull()
  @Text(10_000)
  facts?: string;

  @IsOptional()
  @Instant()
  @ApiProperty({ ...instant, required: false, nullable: true })
  beganAt?: string | null;

  @IsOptional()
  @Instant()
  @ApiProperty({ ...instant, required: false, nullable: true })
  endedAt?: string | null;

  @NotNull()
  @ApiProperty({ type: String, enum: breachNatures, isArray: true, required: false })
  @IsArray()
  @ArrayUnique()
  @IsIn(breachNatures, { each: true })
  natures?: BreachNature[];

  @OptionalText(10_000)
  effects?: string | null;

  @OptionalText(10_000)
  measures?: string | null;

  /** Goes with `riskReason`. */
  @OneOfOrNull(breachRisks)
  risk?: BreachRisk | null;

  @OptionalText(5000)
  riskReason?: string | null;

  /** Why nobody is told themselves; goes with `silenceReason`. */
  @OneOfOrNull(silences)
  silence?: Silence | null;

  @OptionalText(5000)
  silenceReason?: string | null;
}

/** Whose data it was about: whom an account saw or touched in a time, whom an export held, or people by name. */
export class FindAffected {
  /** The account that was misused, or that erred; goes with `from` and `until`. */
  @NotNull()
  @Id()
  userId?: string;

  @NotNull()
  @Instant()
  @ApiProperty({ ...instant, required: false })
  from?: string;

  @NotNull()
  @Instant()
  @ApiProperty({ ...instant, required: false })
  until?: string;

  /** The export whose file got away. */
  @NotNull()
  @Id()
  exportId?: string;

  @NotNull()
  @Id(true)
  @IsArray()
  @ArrayMaxSize(1000)
  contactIds?: string[];
}

export class NotifyAuthority {
  /** When it was told; now when left out. */
  @NotNull()
  @Instant()
  @ApiProperty({ ...instant, required: false })
  notifiedAt?: string;

  /** Required when it took longer than 72 hours. */
  @OptionalText(5000)
  delayReason?: string | null;
}

export class BreachLetter {
  @OneOf(['fi', 'sv', 'en'])
  language!: 'fi' | 'sv' | 'en';

  @Text(300)
  subject!: string;

  @Text(20_000)
  body!: string;
}

export class TellPeople {
  /** One for each language; whoever reads another gets the company's. */
  @ListOf(() => BreachLetter, 3)
  letters!: BreachLetter[];
}

export class BreachQuery extends ListQuery {
  @IsOptional()
  @OneOf(['open', 'closed'])
  status?: 'open' | 'closed';
}

export class BreachListItem {
  id!: string;
  reference!: string;
  facts!: string;
  awareAt!: Date;
  /** The end of the 72 hours. */
  notifyBefore!: Date;
  @ApiProperty({ type: String, enum: ['open', 'last_day', 'late', 'done'] })
  urgency!: NotifyUrgency;
  @ApiProperty({ type: String, enum: breachRisks, nullable: true })
  risk!: BreachRisk | null;
  authorityNotifiedAt!: Date | null;
  /** People whose data it was about, and how many of them were told. */
  affected!: number;
  told!: number;
  closedAt!: Date | null;
}

export class BreachEventResponse {
  id!: string;
  @ApiProperty({ type: String, enum: breachSteps })
  step!: BreachStep;
  people!: number | null;
  at!: Date;
  by!: Reference | null;
}

export class BreachResponse extends BreachListItem {
  beganAt!: Date | null;
  endedAt!: Date | null;
  @ApiProperty({ type: String, enum: breachNatures, isArray: true })
  natures!: BreachNature[];
  effects!: string | null;
  measures!: string | null;
  riskReason!: string | null;
  delayReason!: string | null;
  @ApiProperty({ type: String, enum: silences, nullable: true })
  silence!: Silence | null;
  silenceReason!: string | null;
  reportedBy!: Reference | null;
  reportedAt!: Date;
  version!: number;
  @ApiProperty({ type: () => BreachEventResponse, isArray: true })
  events!: BreachEventResponse[];
}

export class BreachPage {
  items!: BreachListItem[];
  nextCursor!: string | null;
  total!: number | null;
}

/** What whoever reports a breach is told. */
export class BreachReported {
  id!: string;
  reference!: string;
  notifyBefore!: Date;
}

export class AffectedPerson {
  contact!: Reference;
  @ApiProperty({ type: String, enum: ['audit', 'by_hand'] })
  foundBy!: 'audit' | 'by_hand';
  /** Null: not told yet. */
  toldAt!: Date | null;
  /** Is an e-mail address known? */
  isReachable!: boolean;
}

export class AffectedPage {
  items!: AffectedPerson[];
  nextCursor!: string | null;
  total!: number | null;
}

/** Of how many people a search told that they were not known of before. */
export class AffectedFound {
  added!: number;
  affected!: number;
}

/** How many people were written to, and who has to be told otherwise. */
export class PeopleTold {
  told!: number;
  unreachable!: number;
}

export class BreachDraft {
  @ApiProperty({ type: String, enum: ['fi', 'sv', 'en'] })
  language!: 'fi' | 'sv' | 'en';
  subject!: string;
  body!: string;
}

export class BreachDrafts {
  /** For the Data Protection Ombudsman, with what Art. 33(3) asks for. */
  @ApiProperty({ type: () => BreachDraft, isArray: true })
  authority!: BreachDraft[];
  /** For the people themselves, with what Art. 34(2) asks for. */
  @ApiProperty({ type: () => BreachDraft, isArray: true })
  people!: BreachDraft[];
}
