import { ApiProperty } from '@nestjs/swagger';
import { languages, type Language } from '@seloste/kernel';
import { BusinessId, NotNull, OneOf, OptionalText, Text } from '@seloste/platform';
import { IsOptional, IsTimeZone } from 'class-validator';

export class UpdateController {
  @NotNull()
  @Text(200)
  name?: string;

  /** Null: the company has none, or does not say. */
  @IsOptional()
  @BusinessId()
  businessId?: string | null;

  /** In one line; stands under every message to people (917/2014 s. 203). */
  @OptionalText(200)
  postalAddress?: string | null;

  @NotNull()
  @OneOf(languages)
  language?: Language;

  /** IANA name, for example `Europe/Helsinki`. */
  @NotNull()
  @IsTimeZone()
  timeZone?: string;
}

/** The company that keeps the register. */
export class ControllerResponse {
  id!: string;
  name!: string;
  businessId!: string | null;
  postalAddress!: string | null;
  @ApiProperty({ enum: languages })
  language!: Language;
  timeZone!: string;
  version!: number;
}
