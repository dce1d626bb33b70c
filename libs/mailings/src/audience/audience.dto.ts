import { ApiProperty } from '@nestjs/swagger';
import { languages, type Language, type Purpose } from '@seloste/kernel';
import { ListQuery, OneOf, Reference } from '@seloste/platform';
import { IsOptional, Matches } from 'class-validator';

export class AudienceQuery extends ListQuery {
  /** `true`: who gets it; `false`: who is left out. */
  @IsOptional()
  @OneOf(['true', 'false'])
  included?: 'true' | 'false';

  /** Only those of whom this was decided, for example `objected`. */
  @IsOptional()
  @Matches(/^[a-z_]{1,40}$/)
  code?: string;

  /** Only those who would get it in this language. */
  @IsOptional()
  @OneOf(languages)
  language?: Language;
}

export class AudienceCounts {
  included!: number;
  leftOut!: number;
  /** Not decided yet, after the mailing was sent off. */
  undecided!: number;
  /** How many of whom this was decided: grounds and refusals of the permission engine, and `duplicate_address`. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  byCode!: Record<string, number>;
  /** Of those who get it. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  byLanguage!: Record<string, number>;
  /** How many of those who get it read another language than the template has. */
  fellBack!: number;
}

export class AudienceMember {
  contactId!: string;
  name!: string;
  company!: Reference | null;
  /** What they would get it in. */
  @ApiProperty({ type: String, enum: languages, nullable: true })
  language!: Language | null;
  /** The template says nothing in the person's own language. */
  fellBack!: boolean;
  /** Null: not decided yet, after the mailing was sent off. */
  allowed!: boolean | null;
  code!: string | null;
  law!: string | null;
  since!: Date | null;
  /** What the decision is about: the mailing's purpose, or the profiling that the segment rests on. */
  @ApiProperty({ type: String, nullable: true })
  purpose!: Purpose | null;
  /** In the caller's language. */
  sentence!: string | null;
}

export class AudiencePage {
  items!: AudienceMember[];
  nextCursor!: string | null;
  /** How many the filters find, exactly; on the first page. */
  total!: number | null;
  /** Of the whole audience, whatever the filters; on the first page. */
  counts!: AudienceCounts | null;
}
