import { ApiProperty } from '@nestjs/swagger';
import { EmailAddress, NotNull } from '@seloste/platform';
import { IsString, MaxLength, ValidateIf } from 'class-validator';
import { FactorFields } from '../second-factor/second-factor.dto.js';
import { longestPassword } from '../users/password-policy.js';
import { loginMethods, type LoginMethod } from './session.entity.js';

/** A passkey may come alone; without one, and beside either of the two, e-mail address and password are needed. */
const unlessPasskeyAlone = () =>
  ValidateIf(
    ({ email, password, passkey }: CreateSession) =>
      passkey === undefined || email !== undefined || password !== undefined,
  );

/** E-mail address and password, with a second factor where the account has one; or a passkey alone. */
export class CreateSession extends FactorFields {
  @unlessPasskeyAlone()
  @EmailAddress()
  email?: string;

  @unlessPasskeyAlone()
  @IsString()
  @MaxLength(longestPassword)
  password?: string;
}

/** A passkey; or the password, with a second factor where the account has one. */
export class ProveSession extends FactorFields {
  @NotNull()
  @IsString()
  @MaxLength(longestPassword)
  password?: string;
}

export class SessionResponse {
  id!: string;
  /** Browser and system in a few words; null when it is not known. */
  device!: string | null;
  @ApiProperty({ enum: loginMethods })
  method!: LoginMethod;
  createdAt!: Date;
  /** Exact to ten minutes. */
  seenAt!: Date;
  /** The session that asks. */
  current!: boolean;
}

export class SessionList {
  items!: SessionResponse[];
}
