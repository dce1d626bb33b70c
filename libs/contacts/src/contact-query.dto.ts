import { ApiProperty } from '@nestjs/swagger';
import {
  channels,
  languages,
  relationshipStatuses,
  type Channel,
  type Language,
  type RelationshipStatus,
} from '@seloste/kernel';
import { Id, ListQuery, OneOf, OptionalText, SortedBy, Text } from '@seloste/platform';
import { retentionGrounds, type RetentionGround } from '@seloste/retention';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

/** Filters and order of the list of people. */
export class ContactQuery extends ListQuery {
  /** Words that begin a word of the name, company or e-mail address, or a phone number. */
  @OptionalText(100)
  q?: string | null;

  @IsOptional()
  @Id()
  companyId?: string;

  @IsOptional()
  @Id()
  ownerId?: string;

  @IsOptional()
  @OneOf(languages)
  language?: Language;

  /** The relationship with the employer. */
  @IsOptional()
  @OneOf(relationshipStatuses)
  status?: RelationshipStatus;

  @IsOptional()
  @Text(150)
  areaOfResponsibility?: string;

  /** `true`: only archived ones; otherwise none of them. */
  @IsOptional()
  @OneOf(['true', 'false'])
  archived?: 'true' | 'false';

  /** Only those who may be sent direct marketing by it. */
  @IsOptional()
  @OneOf(channels)
  mayBeContactedBy?: Channel;

  /** Only those who are erased, or whose ground is looked at, within so many days. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(3660)
  clockWithin?: number;

  /** The ground on which they are kept. */
  @IsOptional()
  @OneOf(retentionGrounds)
  retentionGround?: RetentionGround;

  /** `permissions`: each comes with what may be sent to them. */
  @IsOptional()
  @OneOf(['permissions'])
  include?: 'permissions';

  @ApiProperty({
    required: false,
    enum: ['name', 'lastInteractionAt', 'createdAt', 'retention'].flatMap((sort) => [sort, `-${sort}`]),
  })
  @IsOptional()
  @SortedBy('name', 'lastInteractionAt', 'createdAt', 'retention')
  sort: string = 'name';
}
