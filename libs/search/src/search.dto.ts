import { ApiProperty } from '@nestjs/swagger';
import { OneOf, Text } from '@seloste/platform';
import { Transform, Type } from 'class-transformer';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { searchKinds, type SearchKind } from './search-kind.js';

export class SearchQuery {
  /** Beginnings or parts of words in any order, a phone number, an e-mail address or a business id. */
  @Text(100)
  q!: string;

  /** Hits of each kind, 1–50. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  limit: number = 8;

  /** Only these kinds, comma-separated. */
  @ApiProperty({ type: String, required: false, example: 'contact,company' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(searchKinds, { each: true })
  kind: SearchKind[] = [...searchKinds];
}

export class SearchHit {
  @OneOf(searchKinds)
  kind!: SearchKind;
  id!: string;
  title!: string;
  /** A person's title and company, a company's business id and city, whom an interaction was with. */
  @ApiProperty({ type: String, nullable: true })
  subtitle!: string | null;
  /** Interactions: plain text around the words that were found. */
  @ApiProperty({ type: String, nullable: true, required: false })
  excerpt?: string | null;
  @ApiProperty({ type: Date, nullable: true, required: false })
  occurredAt?: Date | null;
  /** Interactions: the first of the people. */
  @ApiProperty({ type: String, nullable: true, required: false })
  contactId?: string | null;
  @ApiProperty({ type: String, nullable: true, required: false })
  companyId?: string | null;
}

/** Best first within each kind; people, then companies, then interactions. */
export class SearchResult {
  items!: SearchHit[];
}
