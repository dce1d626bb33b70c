import { NotNull } from '@seloste/platform';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { PasskeyAnswer } from '../passkeys/passkeys.dto.js';

export class CreateAuthorisation {
  /** Asks the provider to let the person prove once more who they are, even if they are signed in there. */
  @NotNull()
  @IsBoolean()
  again: boolean = false;
}

export class Authorisation {
  /** At the provider. */
  url!: string;
}

/** The second factor of the account; with neither, only the factors that it takes are told. */
export class CreateOidcSession {
  /** A code of the authenticator app, or a recovery code. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  otp?: string;

  /** The answer to a challenge of `POST /passkey-challenges`. */
  @IsOptional()
  @PasskeyAnswer()
  passkey?: AuthenticationResponseJSON;
}
