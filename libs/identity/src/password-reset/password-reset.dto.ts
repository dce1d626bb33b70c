import { EmailAddress } from '@seloste/platform';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { OneTimeToken } from '../one-time-token.js';
import { longestPassword, shortestPassword } from '../users/password-policy.js';

export class CreatePasswordReset {
  @EmailAddress()
  email!: string;
}

export class CompletePasswordReset {
  @OneTimeToken()
  token!: string;

  @IsString()
  @MinLength(shortestPassword)
  @MaxLength(longestPassword)
  newPassword!: string;
}
