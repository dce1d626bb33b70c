import { ApiProperty } from '@nestjs/swagger';
import { languages, permissions, roles, type Language, type Permission, type Role } from '@seloste/kernel';
import { NotNull, OneOf, Text } from '@seloste/platform';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { factors, type Factor } from '../second-factor/enrolled-factors.js';
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

/** How far something that the user may do reaches: everywhere, or only to some rows. */
export const reaches = ['all', 'some'] as const;

export class HeldPermission {
  @ApiProperty({ enum: permissions, enumName: 'Permission' })
  permission!: Permission;
  @ApiProperty({ enum: reaches })
  reach!: (typeof reaches)[number];
}

export class MySecondFactor {
  /** What the account asks for beside the password, or instead of it; empty without a second factor. */
  @ApiProperty({ enum: factors, isArray: true })
  enrolled!: Factor[];
  /** A role of the user demands one: without, nothing but the own account is within reach. */
  demanded!: boolean;
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
  /** What the roles allow together, for the UI to show what can be done. */
  permissions!: HeldPermission[];
  /** Has the confidentiality undertaking been accepted as it reads now? Before, no person can be seen (C5, K5). */
  undertakingAccepted!: boolean;
  secondFactor!: MySecondFactor;
  version!: number;
}
