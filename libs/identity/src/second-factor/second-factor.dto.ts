import { NotNull } from '@seloste/platform';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { IsString, Matches, MaxLength } from 'class-validator';
import { PasskeyAnswer } from '../passkeys/passkeys.dto.js';

/** Where a second factor is shown. */
export class FactorFields {
  /** A code of the authenticator app, or a recovery code. */
  @NotNull()
  @IsString()
  @MaxLength(50)
  otp?: string;

  /** The answer to a challenge of `POST /passkey-challenges`. */
  @NotNull()
  @PasskeyAnswer()
  passkey?: AuthenticationResponseJSON;
}

/** What the app is given. Shown this once. */
export class TotpInvitationResponse {
  /** Base32, for typing in by hand. */
  secret!: string;
  /** otpauth:// */
  uri!: string;
  /** The address as a QR code: an SVG document. */
  qrCode!: string;
}

export class TotpState {
  /** Since when an authenticator app counts; null when none does. */
  confirmedAt!: Date | null;
  recoveryCodesLeft!: number;
}

export class ConfirmTotp {
  /** The six digits that the app shows. */
  @IsString()
  @MaxLength(20)
  @Matches(/^\s*(\d\s*){6}$/, { message: 'must be six digits' })
  code!: string;
}

export class NewRecoveryCodes {
  /** Ten codes, `xxxxx-xxxxx`, shown this once; null when there are codes from before. */
  recoveryCodes!: string[] | null;
}
