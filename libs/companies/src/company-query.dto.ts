import { ApiProperty } from '@nestjs/swagger';
import { legalForms, relationshipStatuses, type LegalForm, type RelationshipStatus } from '@seloste/kernel';
import { Id, ListQuery, OneOf, OptionalText, SortedBy, Text } from '@seloste/platform';
import { IsOptional, Matches } from 'class-validator';

/** Filters and order of the list of companies. */
export class CompanyQuery extends ListQuery {
  /** Words that begin a word of the name, or a business id. */
  @OptionalText(100)
  q?: string | null;

  @IsOptional()
  @OneOf(relationshipStatuses)
  status?: RelationshipStatus;

  @IsOptional()
  @Id()
  ownerId?: string;

  /** A code or the beginning of one. */
  @IsOptional()
  @Matches(/^\d{2,5}$/)
  industryCode?: string;

  @IsOptional()
  @OneOf(legalForms)
  legalForm?: LegalForm;

  /** Name of a product, whatever its status. */
  @IsOptional()
  @Text(100)
  product?: string;

  /** `true`: only archived ones; otherwise none of them. */
  @IsOptional()
  @OneOf(['true', 'false'])
  archived?: 'true' | 'false';

  /** By `lastInteractionAt` for those only who may see every interaction. */
  @ApiProperty({
    required: false,
    enum: ['name', '-name', 'lastInteractionAt', '-lastInteractionAt', 'createdAt', '-createdAt'],
  })
  @IsOptional()
  @SortedBy('name', 'lastInteractionAt', 'createdAt')
  sort: string = 'name';
}
