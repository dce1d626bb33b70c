import { ApiProperty } from '@nestjs/swagger';
import { languages, type Language } from '@seloste/kernel';
import { NotNull, OneOf, Text } from '@seloste/platform';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { roles, type Role } from './role-grant.entity.js';
import { longestPassword, shortestPassword } from './password-policy.js';
import { themes, type Theme } from './user.entity.js';

export class UpdateMe {
  @NotNull()
  @Text(100)
  name?: string;

  @NotNull()
  @OneOf(languages)
  language?: Language;

  @NotNull()
  @OneOf(themes)
  theme?: Theme;
}

export class ChangePassword {
  @IsString()
  @MaxLength(longestPassword)
  currentPassword!: string;

  @IsString()
  @MinLength(shortestPassword)
  @MaxLength(longestPassword)
  newPassword!: string;
}

/** The company, as far as every user needs to know it. */
export class MyController {
  id!: string;
  name!: string;
  businessId!: string | null;
  @ApiProperty({ enum: languages })
  language!: Language;
  /** IANA name. */
  timeZone!: string;
}

/** The signed-in user. */
export class Me {
  id!: string;
  name!: string;
  email!: string;
  @ApiProperty({ enum: roles, isArray: true })
  roles!: Role[];
  @ApiProperty({ enum: languages })
  language!: Language;
  @ApiProperty({ enum: themes })
  theme!: Theme;
  controller!: MyController;
  version!: number;
}
