import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import type { BegunSession, Origin } from './origin.js';
import { PasskeyLogin } from './passkey-login.js';
import { PasswordLogin } from './password-login.js';
import type { CreateSession } from './sessions.dto.js';

/** Signing in, whichever way. */
@Injectable()
export class Logins {
  constructor(
    private readonly byPassword: PasswordLogin,
    private readonly byPasskey: PasskeyLogin,
  ) {}

  /** Begins a session. @throws InvalidCredentials, SecondFactorRequired, TooManyAttempts */
  logIn(context: RequestContext, given: CreateSession, origin: Origin): Promise<BegunSession> {
    const { email, password, otp, passkey } = given;
    if (email === undefined || password === undefined) {
      // A body with neither was let in only because it holds a passkey.
      return this.byPasskey.logIn(context, passkey as NonNullable<typeof passkey>, origin);
    }
    return this.byPassword.logIn(context, { email, password, otp, passkey }, origin);
  }
}
