import { ApiProperty } from '@nestjs/swagger';
import { languages, roles, type Language, type Role } from '@seloste/kernel';
import { EmailAddress, Id, Instant, NotNull, OneOf, OptionalText, Reference, Text } from '@seloste/platform';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
} from 'class-validator';
import { OneTimeToken } from '../one-time-token.js';
import { longestPassword, shortestPassword } from '../users/password-policy.js';
import { userKinds, type UserKind } from '../users/user.entity.js';
import { invitationStatuses, type InvitationStatus } from './invitation.entity.js';

export class CreateInvitation {
  @Text(100)
  name!: string;

  /** Of one person: shared mailboxes are refused with `shared_address`. */
  @EmailAddress()
  email!: string;

  @ApiProperty({ enum: roles, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(roles, { each: true })
  roles!: Role[];

  @OneOf(languages)
  language!: Language;

  /** Without any, they come into the team of everybody. */
  @NotNull()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Id(true)
  teamIds?: string[];

  /** What they do here. */
  @OptionalText(200)
  duty?: string | null;

  /** Somebody from `outside` (an accountant, support) holds roles for at most 30 days: `endsAt` is needed. */
  @NotNull()
  @OneOf(userKinds)
  kind?: UserKind;

  /** Why they get the roles. */
  @OptionalText(300)
  reason?: string | null;

  /** When the roles end. */
  @IsOptional()
  @Instant()
  endsAt?: Date | null;
}

export class InvitationResponse {
  id!: string;
  name!: string;
  email!: string;
  @ApiProperty({ enum: roles, isArray: true })
  roles!: Role[];
  @ApiProperty({ enum: languages })
  language!: Language;
  teamIds!: string[];
  duty!: string | null;
  @ApiProperty({ enum: userKinds })
  kind!: UserKind;
  /** In words, or a constant such as `invited`. */
  reason!: string;
  endsAt!: Date | null;
  @ApiProperty({ enum: invitationStatuses })
  status!: InvitationStatus;
  invitedBy!: Reference;
  createdAt!: Date;
  /** When the latest letter was written. */
  sentAt!: Date;
  expiresAt!: Date;
  /** The account that came of it. */
  userId!: string | null;
}

export class InvitationPage {
  items!: InvitationResponse[];
  nextCursor!: string | null;
  /** Null when there are more than ten thousand, and on later pages. */
  total!: number | null;
}

export class LookUpInvitation {
  @OneTimeToken()
  token!: string;
}

/** What the invited person is shown before they choose a password. */
export class InvitationLookUp {
  name!: string;
  email!: string;
  @ApiProperty({ enum: languages })
  language!: Language;
  /** Who invites. */
  inviter!: string;
  /** The company. */
  company!: string;
  expiresAt!: Date;
}

export class AcceptInvitation {
  @OneTimeToken()
  token!: string;

  @IsString()
  @MinLength(shortestPassword)
  @MaxLength(longestPassword)
  password!: string;
}
