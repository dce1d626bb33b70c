import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { RequestContext } from '@seloste/kernel';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { EntityManager } from 'typeorm';
import { PasskeyProofs } from '../passkeys/passkey-proofs.js';
import { AccountMail } from '../users/account-mail.js';
import type { User } from '../users/user.entity.js';
import type { Factor } from './enrolled-factors.js';
import { RecoveryCodes } from './recovery-codes.js';
import { totpCodeIn } from './totp-codes.js';
import { Totp } from './totp.service.js';

/** What somebody shows beside the password. */
export interface ShownFactor {
  /** A code of the authenticator app, or a recovery code. */
  otp?: string | undefined;
  passkey?: AuthenticationResponseJSON | undefined;
}

/** Checks second factors, and uses them up. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly totp: Totp,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly passkeys: PasskeyProofs,
    private readonly audit: Audit,
    private readonly mail: AccountMail,
  ) {}

  /** Which of the user's factors was shown; null when none was. Commit the transaction in either case. */
  async accept(
    tx: EntityManager,
    context: RequestContext,
    user: User,
    { otp, passkey }: ShownFactor,
  ): Promise<Factor | null> {
    if (passkey !== undefined)
      return (await this.passkeys.userOf(tx, context, passkey)) === user.id ? 'passkey' : null;
    if (otp === undefined) return null;
    const code = totpCodeIn(otp);
    if (code !== null) return (await this.totp.use(tx, user.id, code)) ? 'totp' : null;
    if (!(await this.recoveryCodes.use(tx, user.id, otp))) return null;
    const entry = { action: 'recovery_code.use', subjectType: 'user', subjectId: user.id };
    await this.audit.record(tx, context, entry);
    await this.mail.secondFactorChanged(tx, user, 'code_used');
    return 'recovery_code';
  }
}
