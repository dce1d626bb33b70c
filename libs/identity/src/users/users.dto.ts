import { ApiProperty } from '@nestjs/swagger';
import { languages, roles, type Language, type Role } from '@seloste/kernel';
import {
  EmailAddress,
  Instant,
  ListQuery,
  NotNull,
  OneOf,
  OptionalText,
  SortedBy,
  Text,
} from '@seloste/platform';
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
import { factors, type Factor } from '../second-factor/enrolled-factors.js';
import { longestPassword, shortestPassword } from './password-policy.js';
import { userKinds, type UserKind } from './user.entity.js';

/** What goes with giving roles. */
class RolesGiven {
  /** What the user does here; when it changes, their grants end. */
  @OptionalText(200)
  duty?: string | null;

  /** Somebody from `outside` (an accountant, support) holds roles for at most 30 days at a time. */
  @NotNull()
  @OneOf(userKinds)
  kind?: UserKind;

  /** Why the roles are given or taken, in words. */
  @NotNull()
  @Text(300)
  reason?: string;

  /** When the roles that begin now end by themselves. */
  @IsOptional()
  @Instant()
  endsAt?: Date | null;
}

export class CreateUser extends RolesGiven {
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

/**
 * A change of `duty` ends every grant, unless the same request names the `roles` to go on with, which then begin anew.
 * Somebody who becomes `outside` keeps what they hold for at most 30 days.
 */
export class UpdateUser extends RolesGiven {
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

  /** False shuts the account: its sessions and grants end at once. True opens it, without a role unless `roles` are named. */
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

/** Archived records and restricted people included. */
export class OwnedRecords {
  companies!: number;
  contacts!: number;
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
  duty!: string | null;
  @ApiProperty({ enum: userKinds })
  kind!: UserKind;
  /** When the first of the roles ends by itself; null: none does. */
  nextEndAt!: Date | null;
  /** For administrators only. */
  email?: string;
  /** What the account asks for beside the password. For administrators only. */
  @ApiProperty({ enum: factors, isArray: true, required: false })
  secondFactors?: Factor[];
  /** How much is theirs, for one user at a time and for those who may move it or close the account. */
  owns?: OwnedRecords;
  createdAt!: Date;
  version!: number;
}

export class UserPage {
  items!: UserResponse[];
  nextCursor!: string | null;
  /** Null when there are more than ten thousand, and on later pages. */
  total!: number | null;
}
