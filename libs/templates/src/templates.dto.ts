import { ApiProperty } from '@nestjs/swagger';
import { languages, type Language, type Purpose } from '@seloste/kernel';
import {
  Id,
  ListOf,
  ListQuery,
  Nested,
  NotNull,
  OneOf,
  OptionalText,
  SortedBy,
  Text,
  type Reference,
} from '@seloste/platform';
import { IsOptional } from 'class-validator';
import { blockTypes, type ContentBlock } from './rendering/content.js';

export class ContentBlockDto implements ContentBlock {
  @OneOf(blockTypes)
  type!: ContentBlock['type'];

  /** Words of a heading, a text or a button; `**strong**`, `*emphasis*`, `[link](https://…)` and lists in a text. */
  @OptionalText(10_000)
  text?: string | null;

  /** Where a button leads. */
  @OptionalText(2_000)
  url?: string | null;
}

export class ContentDto {
  /** May hold merge fields: `{{firstName|dear reader}}`. */
  @Text(200)
  subject!: string;

  /** What mail programs show beside the subject. */
  @OptionalText(200)
  preheader: string | null = null;

  /** Either blocks … */
  @IsOptional()
  @ListOf(() => ContentBlockDto, 100)
  @ApiProperty({ type: [ContentBlockDto], nullable: true, required: false })
  blocks: ContentBlockDto[] | null = null;

  /** … or MJML by hand. */
  @OptionalText(100_000)
  mjml: string | null = null;
}

/** By language; at least one. */
export class ContentsDto implements Partial<Record<Language, ContentDto | null>> {
  @IsOptional()
  @Nested(() => ContentDto)
  @ApiProperty({ type: ContentDto, nullable: true, required: false })
  fi?: ContentDto | null;

  @IsOptional()
  @Nested(() => ContentDto)
  @ApiProperty({ type: ContentDto, nullable: true, required: false })
  sv?: ContentDto | null;

  @IsOptional()
  @Nested(() => ContentDto)
  @ApiProperty({ type: ContentDto, nullable: true, required: false })
  en?: ContentDto | null;
}

export class CreateTemplate {
  @Text(200)
  name!: string;

  /** The key of a purpose of class `service` or `marketing`. */
  @Text(40)
  purpose!: Purpose;

  @Nested(() => ContentsDto)
  contents!: ContentsDto;
}

export class UpdateTemplate {
  @NotNull()
  @Text(200)
  name?: string;

  @NotNull()
  @Text(40)
  purpose?: Purpose;

  /** All languages together: what is left out is gone from the next version. */
  @NotNull()
  @Nested(() => ContentsDto)
  contents?: ContentsDto;
}

export class TemplateQuery extends ListQuery {
  /** Part of the name. */
  @NotNull()
  @Text(200)
  q?: string;

  @NotNull()
  @Text(40)
  purpose?: Purpose;

  @NotNull()
  @SortedBy('name', 'updatedAt')
  sort?: string;
}

export class TemplateListItem {
  id!: string;
  name!: string;
  purpose!: string;
  @ApiProperty({ enum: languages, isArray: true })
  languages!: Language[];
  updatedAt!: Date;
}

export class TemplatePage {
  items!: TemplateListItem[];
  nextCursor!: string | null;
  /** Null when there are more than ten thousand, and on later pages. */
  total!: number | null;
}

export class TemplateResponse {
  id!: string;
  name!: string;
  purpose!: string;
  contents!: ContentsDto;
  /** Counts the versions of the contents. */
  number!: number;
  version!: number;
  createdAt!: Date;
  createdBy!: Reference | null;
  updatedAt!: Date;
}

export class PreviewTemplate {
  @Text(40)
  purpose!: Purpose;

  @Nested(() => ContentsDto)
  contents!: ContentsDto;

  /** Which of the contents to show. */
  @OneOf(languages)
  language!: Language;

  /** Whose message to show; somebody made up when left out. */
  @NotNull()
  @Id()
  contactId?: string;

  /** What it would be called; nothing depends on it. */
  @OptionalText(200)
  name?: string | null;
}

export class ContentProblem {
  /** Where, as in the request: `contents.fi.subject`. */
  field!: string;
  code!: string;
  message!: string;
}

export class PreviewResponse {
  subject!: string;
  html!: string;
  text!: string;
  /** What keeps the contents from being saved; in every language of them. */
  problems!: ContentProblem[];
}
