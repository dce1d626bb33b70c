import { ApiProperty } from '@nestjs/swagger';
import type { Permission } from '@seloste/kernel';
import { Instant, Text } from '@seloste/platform';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { tokenScopes } from './token-scopes.js';

export class CreateApiToken {
  @Text(100)
  name!: string;

  /** Some of one's own permissions. */
  @ApiProperty({ enum: tokenScopes, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(tokenScopes, { each: true })
  scopes!: Permission[];

  /** At most a year from now. */
  @Instant()
  expiresAt!: Date;
}

export class ApiTokenResponse {
  id!: string;
  name!: string;
  /** The token's first characters. */
  hint!: string;
  @ApiProperty({ enum: tokenScopes, isArray: true })
  scopes!: Permission[];
  createdAt!: Date;
  expiresAt!: Date;
  /** Exact to ten minutes; null: never. */
  usedAt!: Date | null;
}

export class NewApiTokenResponse extends ApiTokenResponse {
  /** Shown this once. */
  token!: string;
}

export class ApiTokenList {
  items!: ApiTokenResponse[];
}
