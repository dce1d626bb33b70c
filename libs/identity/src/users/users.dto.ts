import { ApiProperty } from '@nestjs/swagger';
import { languages, roles, type Language, type Role } from '@seloste/kernel';
import { EmailAddress, ListQuery, NotNull, OneOf, SortedBy, Text } from '@seloste/platform';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
} from 'class-validator';
import { longestPassword, shortestPassword } from './password-policy.js';

export class CreateUser {
  @Text(100)
  name!: string;

  @EmailAddress()
  email!: string;

  @IsString()
  @MinLength(shortestPassword)
  @MaxLength(longestPassword)
  password!: string;

  @ApiProperty({ enum: roles, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(roles, { each: true })
  roles!: Role[];

  @OneOf(languages)
  language!: Language;
}

export class UpdateUser {
  @NotNull()
  @Text(100)
  name?: string;

  @ApiProperty({ enum: roles, isArray: true })
  @NotNull()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(roles, { each: true })
  roles?: Role[];

  @NotNull()
  @OneOf(languages)
  language?: Language;

  /** False shuts the account: its sessions end at once. */
  @NotNull()
  @IsBoolean()
  active?: boolean;
}

export class UserQuery extends ListQuery {
  /** Part of the name, and for administrators of the e-mail address. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /** Only those who may sign in, or only the others. */
  @NotNull()
  @OneOf(['true', 'false'])
  active?: 'true' | 'false';

  @ApiProperty({ type: String, required: false })
  @IsOptional()
  @SortedBy('name', 'createdAt')
  sort: string = 'name';
}

export class UserResponse {
  id!: string;
  name!: string;
  /** May sign in. */
  active!: boolean;
  @ApiProperty({ enum: roles, isArray: true })
  roles!: Role[];
  @ApiProperty({ enum: languages })
  language!: Language;
  /** For administrators only. */
  email?: string;
  createdAt!: Date;
  version!: number;
}

export class UserPage {
  items!: UserResponse[];
  nextCursor!: string | null;
  /** Null when there are more than ten thousand, and on later pages. */
  total!: number | null;
}
