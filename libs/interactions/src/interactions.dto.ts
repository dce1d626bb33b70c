import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import {
  directions,
  interactionTypes,
  type Direction,
  type InteractionType,
  type Purpose,
} from '@seloste/kernel';
import {
  Id,
  Instant,
  ListQuery,
  NotNull,
  OneOf,
  OneOfOrNull,
  OptionalText,
  Reference,
  Text,
} from '@seloste/platform';
import { ThingRetentionResponse } from '@seloste/retention';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

/** Something that happened: with people, at a company, or both; a subject or a body is needed. */
export class CreateInteraction {
  @OneOf(interactionTypes)
  type!: InteractionType;

  /** Who took the initiative: `in`, the person; `out`, us. */
  @OneOfOrNull(directions)
  direction?: Direction | null;

  /** When it happened; now when left out. */
  @NotNull()
  @Instant()
  occurredAt?: Date;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1440)
  durationMinutes?: number | null;

  @OptionalText(300)
  subject?: string | null;

  @OptionalText(50_000)
  body?: string | null;

  @NotNull()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Id(true)
  contactIds?: string[];

  /** The first person's employer when left out. */
  @IsOptional()
  @Id()
  companyId?: string | null;

  /**
   * What we are in touch for; given, a call, e-mail, chat, meeting or visit asks first whether it is allowed, unless the
   * person took the initiative (`direction` is `in`).
   */
  @NotNull()
  @Text(40)
  purpose?: Purpose;

  /** Why it happened all the same: then it is recorded, and marked. */
  @OptionalText(500)
  unpermittedReason?: string | null;
}

/**
 * Any subset: what is left out stays, null clears. What it was before is kept as a revision. An edit that makes us
 * contact somebody asks first whether it is allowed, as a new contact does; the reason counts for that alone.
 */
export class UpdateInteraction extends PartialType(OmitType(CreateInteraction, ['purpose']), {
  skipNullProperties: false,
}) {}

/** That it happened though it was not allowed: the code of the decision, and why it happened. */
export class Unpermitted {
  @ApiProperty({ example: 'objected' })
  code!: string;
  reason!: string;
}

export class InteractionResponse {
  id!: string;
  @ApiProperty({ enum: interactionTypes })
  type!: InteractionType;
  @ApiProperty({ type: String, enum: directions, nullable: true })
  direction!: Direction | null;
  occurredAt!: Date;
  durationMinutes!: number | null;
  subject!: string | null;
  body!: string | null;
  contactIds!: string[];
  contacts!: Reference[];
  companyId!: string | null;
  company!: Reference | null;
  authorId!: string | null;
  author!: Reference | null;
  /** What we were in touch for, where that was asked about. */
  purpose!: Purpose | null;
  unpermitted!: Unpermitted | null;
  /** When its words go, or all of it; null when they are gone. */
  retention!: ThingRetentionResponse | null;
  /** When its words were taken out, because their time was over. */
  redactedAt!: Date | null;
  /** Null when it was never edited. */
  editedAt!: Date | null;
  createdAt!: Date;
  version!: number;
  /** What the caller's roles keep from them: `bodies`, the text. */
  @ApiProperty({ enum: ['bodies'], isArray: true })
  withheld!: 'bodies'[];
}

export class TimelineItem extends InteractionResponse {
  @ApiProperty({ enum: ['interaction'] })
  kind!: 'interaction';
}

export class InteractionPage {
  items!: InteractionResponse[];
  nextCursor!: string | null;
  total!: number | null;
}

export class TimelinePage {
  items!: TimelineItem[];
  nextCursor!: string | null;
  total!: number | null;
}

export class RevisionResponse {
  id!: string;
  revisedAt!: Date;
  revisedBy!: Reference | null;
  @ApiProperty({ enum: interactionTypes })
  type!: InteractionType;
  @ApiProperty({ type: String, enum: directions, nullable: true })
  direction!: Direction | null;
  occurredAt!: Date;
  durationMinutes!: number | null;
  subject!: string | null;
  body!: string | null;
}

export class RevisionPage {
  items!: RevisionResponse[];
  nextCursor!: string | null;
  total!: number | null;
}

/** Filters of a timeline. */
export class TimelineQuery extends ListQuery {
  /** One type, or several with commas: `call,note`. */
  @ApiProperty({ type: String, required: false, example: 'call,note' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @IsIn(interactionTypes, { each: true })
  type?: InteractionType[];
}

/** Filters of the list of interactions, newest first. */
export class InteractionQuery extends TimelineQuery {
  @IsOptional()
  @Id()
  contactId?: string;

  @IsOptional()
  @Id()
  companyId?: string;

  @IsOptional()
  @Id()
  authorId?: string;

  /** At or after. */
  @IsOptional()
  @Instant()
  since?: Date;

  /** Before. */
  @IsOptional()
  @Instant()
  until?: Date;
}
