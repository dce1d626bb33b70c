import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { languages, purposeClasses, type Language, type Purpose, type PurposeClass } from '@seloste/kernel';
import { Id, Instant, ListQuery, NotNull, OneOf, OptionalText, Reference, Text } from '@seloste/platform';
import { SenderDomainResponse } from '@seloste/templates';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsOptional } from 'class-validator';
import { mailingStatuses, type MailingStatus } from './mailing.entity.js';

export class CreateMailing {
  /** The template's name when left out. */
  @OptionalText(150)
  name?: string | null;

  /** Of class marketing, or of class service with a `serviceReason`. The template has to be for the same one. */
  @Text(40)
  purpose!: Purpose;

  @Id()
  templateId!: string;

  @Id()
  segmentId!: string;

  /** What it is about, as areas of responsibility: it reaches those whose work it is (C2). Null: nobody's in particular. */
  @ApiPropertyOptional({ type: String, isArray: true, nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @Text(150, true)
  areas?: string[] | null;

  /** Why it concerns the work of the people, where the areas do not say it. */
  @OptionalText(500)
  roleReason?: string | null;

  /** For a purpose of class service: why it is no marketing in disguise. The privacy officer reads it (V4). */
  @OptionalText(500)
  serviceReason?: string | null;
}

export class UpdateMailing {
  @NotNull()
  @Text(150)
  name?: string;

  @NotNull()
  @Text(40)
  purpose?: Purpose;

  @NotNull()
  @Id()
  templateId?: string;

  @NotNull()
  @Id()
  segmentId?: string;

  @ApiPropertyOptional({ type: String, isArray: true, nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @Text(150, true)
  areas?: string[] | null;

  @OptionalText(500)
  roleReason?: string | null;

  @OptionalText(500)
  serviceReason?: string | null;
}

export class MailingQuery extends ListQuery {
  @IsOptional()
  @OneOf(mailingStatuses)
  status?: MailingStatus;

  /** `service`: what a privacy officer looks through (V4). */
  @IsOptional()
  @OneOf(purposeClasses)
  class?: PurposeClass;
}

export class MailingResponse {
  id!: string;
  name!: string;
  @ApiProperty({ type: String })
  purpose!: Purpose;
  @ApiProperty({ enum: purposeClasses })
  purposeClass!: PurposeClass;
  template!: Reference;
  /** Null once it was deleted, after the mailing was sent off. */
  segment!: Reference | null;
  areas!: string[] | null;
  roleReason!: string | null;
  serviceReason!: string | null;
  @ApiProperty({ enum: mailingStatuses })
  status!: MailingStatus;
  /** How many people the segment had when the mailing was sent off; whoever came into it later gets nothing. */
  people!: number | null;
  scheduledAt!: Date | null;
  dispatchedAt!: Date | null;
  /** Who answers for it. */
  dispatchedBy!: Reference | null;
  /** Since when every message of it was in the outbox. */
  preparedAt!: Date | null;
  finishedAt!: Date | null;
  createdAt!: Date;
  createdBy!: Reference | null;
  updatedAt!: Date;
  version!: number;
}

export class MailingPage {
  items!: MailingResponse[];
  nextCursor!: string | null;
  total!: number | null;
}

export class DispatchMailing {
  /** When it begins; at once when left out. Who may be written to is decided anew then, and again for each message as it leaves. */
  @IsOptional()
  @Instant()
  scheduledAt?: Date;

  /** Those in whose language the template says nothing may get it in another. */
  @NotNull()
  @IsBoolean()
  acceptsOtherLanguage?: boolean;
}

/** A mailing that has just been sent off, and whether receivers will know its sender again. */
export class DispatchedMailing extends MailingResponse {
  senderDomain!: SenderDomainResponse;
}

export class TestMailing {
  /** One of the template's; the caller's own or the first when left out. */
  @IsOptional()
  @OneOf(languages)
  language?: Language;
}

export class MailingTest {
  /** What it was written in. */
  @ApiProperty({ enum: languages })
  language!: Language;
}
