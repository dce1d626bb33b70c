import { EmailAddress } from '@seloste/platform';
import { IsString, MaxLength } from 'class-validator';
import { longestPassword } from '../users/password-policy.js';

export class CreateSession {
  @EmailAddress()
  email!: string;

  @IsString()
  @MaxLength(longestPassword)
  password!: string;
}
